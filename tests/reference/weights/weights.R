# Rscript weights.R   (survival, sandwich)
# Small random data with weights: whole ones, fractions, and rows of weight 0, which R's coxph refuses and which are left
# out here before R sees them. `robust` is what R gives unasked by coxph, and HC0 for the regressions.
suppressPackageStartupMessages({ library(survival); library(sandwich) })
source("../write-json.R")
options(digits = 17)
seed <- 2611
set.seed(seed)
fine <- coxph.control(eps = 1e-12, iter.max = 60)
set_of <- function(k) {
  n <- sample(25:50, 1)
  fractions <- k %% 2 == 0
  d <- data.frame(
    time = sample(1:6, n, TRUE), event = rbinom(n, 1, 0.6), x = rbinom(n, 1, 0.5), z = round(rnorm(n), 2),
    count = rpois(n, 2), cluster = sample(0:7, n, TRUE), stratum = sample(0:1, n, TRUE),
    weight = if (fractions) round(runif(n, 0.2, 3), 2) else sample(1:3, n, TRUE))
  d$weight[sample(n, 4)] <- 0
  used <- d[d$weight > 0, ]
  se <- function(fit) unname(sqrt(diag(vcov(fit))))
  sw <- function(fit, ...) unname(sqrt(diag(sandwich(fit))))
  cox <- lapply(c(efron = "efron", breslow = "breslow"), function(ties) {
    fit <- coxph(Surv(time, event) ~ x + z + strata(stratum), used, weights = weight, ties = ties, control = fine)
    list(coef = unname(coef(fit)), se = sqrt(diag(if (is.null(fit$naive.var)) fit$var else fit$naive.var)), robust = if (fractions) se(fit), n = fit$n, events = fit$nevent)
  })
  clustered <- coxph(Surv(time, event) ~ x + z, used, weights = weight, cluster = cluster, control = fine)
  tight <- list(epsilon = 1e-15, maxit = 100)
  logistic <- suppressWarnings(glm(event ~ x + z, binomial, used, weights = weight, control = tight))
  poisson <- suppressWarnings(glm(count ~ x + z, poisson, used, weights = weight, control = tight))
  list(data = as.list(d), fractions = fractions, cox = cox,
    clustered = list(coef = unname(coef(clustered)), robust = se(clustered)),
    logistic = list(coef = unname(coef(logistic)), se = se(logistic), robust = sw(logistic), n = nrow(used)),
    poisson = list(coef = unname(coef(poisson)), se = se(poisson), robust = sw(poisson), n = nrow(used)))
}
write_json(list(made = paste("R", getRversion()), seed = seed, sets = lapply(1:24, set_of)), "weights.json")
