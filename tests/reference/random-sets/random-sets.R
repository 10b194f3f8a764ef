# Rscript random-sets.R   (survival, sandwich, MASS)
# Random small sets with ties, unequal groups, strata and clusters, and R's answer to each method that has one.
suppressPackageStartupMessages({ library(survival); library(sandwich); library(MASS) })
source("../write-json.R")
seed <- 1953
set.seed(seed)
fine <- coxph.control(eps = 1e-9, iter.max = 60); tight <- list(epsilon = 1e-15, maxit = 100)
finite <- function(fit) all(is.finite(coef(fit))) && max(abs(coef(fit))) < 6 && max(sqrt(diag(vcov(fit)))) < 20
se <- function(V) unname(sqrt(diag(V)))
both <- function(fit, V = vcov(fit)) list(coef = unname(coef(fit)), se = se(V))
cox_of <- function(d, ties) { fit <- coxph(Surv(time, event) ~ x + z + strata(stratum), d, ties = ties, control = fine); list(coef = unname(coef(fit)), se = se(vcov(fit)), loglik = I(fit$loglik), n = fit$n) }
sets <- list()
while (length(sets) < 40) {
  n <- sample(25:70, 1)
  d <- data.frame(time = sample(1:12, n, TRUE), event = rbinom(n, 1, .6), group = sample(0:2, n, TRUE, c(.6, .3, .1)), stratum = rbinom(n, 1, .3),
    x = rbinom(n, 1, .4), z = round(rnorm(n), 2), cluster = sample(0:6, n, TRUE), weight = sample(1:3, n, TRUE), watched = round(runif(n, .3, 2), 2))
  d$count <- rnbinom(n, mu = exp(.3 + .4 * d$x) * d$watched, size = 1.5); d$y <- round(2 + d$x - .5 * d$z + rnorm(n) * (1 + d$x), 2); d$yes <- rbinom(n, 1, plogis(-.3 + .8 * d$x))
  if (length(unique(d$group)) < 3 || length(unique(d$stratum)) < 2) next
  set <- try({
    cox <- lapply(c(efron = "efron", breslow = "breslow"), function(ties) cox_of(d, ties))
    robust <- coxph(Surv(time, event) ~ x + z, d, cluster = cluster, control = fine)
    logistic <- glm(yes ~ x + z, binomial, d, control = tight); counts <- glm(count ~ x + z + offset(log(watched)), poisson, d, control = tight)
    nb <- glm.nb(count ~ x + z + offset(log(watched)), d, control = glm.control(epsilon = 1e-14, maxit = 200)); linear <- lm(y ~ x + z, d); weighted <- lm(y ~ x + z, d, weights = weight)
    stopifnot(finite(robust), finite(logistic), finite(counts), finite(nb), nb$theta < 50, nb$theta > .2, max(abs(unlist(lapply(cox, `[[`, "coef")))) < 6)
    km <- survfit(Surv(time, event) ~ 1, d, conf.type = "log-log"); rank <- survdiff(Surv(time, event) ~ group, d); within <- survdiff(Surv(time, event) ~ group + strata(stratum), d)
    zph <- cox.zph(coxph(Surv(time, event) ~ x + z, d, control = fine), transform = "km"); cc <- concordance(coxph(Surv(time, event) ~ x + z, d, control = fine))
    list(data = as.list(d), cox = cox, robust = list(coef = unname(coef(robust)), se = se(vcov(robust))),
      zph = list(chisq = I(unname(zph$table[, "chisq"])), p = I(unname(zph$table[, "p"]))), concordance = I(c(cc$concordance, sqrt(cc$var))),
      logistic = both(logistic), logisticRobust = se(vcovCL(logistic, d$cluster, type = "HC0")), poisson = both(counts), poissonRobust = se(sandwich(counts)),
      negativeBinomial = c(both(nb), theta = nb$theta, thetaSe = nb$SE.theta),
      linear = c(both(linear), list(hc1 = se(vcovHC(linear, "HC1")), hc3 = se(vcovHC(linear, "HC3")), clustered = se(vcovCL(linear, d$cluster, type = "HC1")), newey = se(NeweyWest(linear, lag = 3, prewhite = FALSE, adjust = TRUE)))),
      weighted = both(weighted), kaplanMeier = list(times = I(km$time), survival = I(km$surv), low = I(km$lower), high = I(km$upper)), nelsonAalen = list(hazard = I(km$cumhaz), se = I(km$std.chaz)),
      median = I(unname(unlist(quantile(km, .5)))), logRank = c(rank$chisq, pchisq(rank$chisq, 2, lower.tail = FALSE)), stratified = c(within$chisq, pchisq(within$chisq, 2, lower.tail = FALSE)))
  }, silent = TRUE)
  if (!inherits(set, "try-error")) sets[[length(sets) + 1]] <- set
}
tables <- lapply(1:60, function(i) {
  n <- sample(5:60, 2); x <- c(sample(0:n[1], 1), sample(0:n[2], 1))
  one <- prop.test(x[1], n[1], correct = FALSE); both <- suppressWarnings(prop.test(x, n, correct = FALSE))
  list(n = n, x = x, wilson = I(one$conf.int[1:2]), clopper = I(binom.test(x[1], n[1])$conf.int[1:2]), chiSquared = if (is.finite(both$statistic)) unname(both$statistic) else NULL, chiP = if (is.finite(both$statistic)) both$p.value else NULL)
})
many <- lapply(1:30, function(i) { p <- round(runif(sample(1:12, 1))^2, 5); list(p = I(p), holm = I(p.adjust(p, "holm")), bh = I(p.adjust(p, "BH"))) })
sizes <- lapply(1:30, function(i) { p1 <- round(runif(1, .05, .8), 2); p2 <- round(p1 * runif(1, .4, .9), 2); n <- sample(20:400, 1); list(p1 = p1, p2 = p2, n = n, power = power.prop.test(n, p1, p2)$power, size = power.prop.test(p1 = p1, p2 = p2, power = .9, tol = 1e-12)$n) })
write_json(list(made = paste("R", getRversion(), "survival", packageVersion("survival")), seed = seed, sets = sets, tables = tables, many = many, sizes = sizes), "random-sets.json")
