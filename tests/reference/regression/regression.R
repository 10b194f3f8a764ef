# Rscript regression.R   (R's MASS, sandwich and lme4)
source("../write-json.R")
suppressMessages({ library(MASS); library(sandwich); library(lme4) })
set.seed(1846)

# 300 rows in 24 unequal groups; a rare outcome, a binary column with few ones, a column far from zero and in large units.
n <- 300
d <- data.frame(group = sample(0:23, n, TRUE, (1:24)^1.2), rare = rbinom(n, 1, 0.08), age = round(rnorm(n, 31, 9), 1),
                year = sample(2012:2024, n, TRUE), weight = round(runif(n, 0.1, 4), 2), time = round(rexp(n, 1 / 2) + 0.1, 2))
d$income <- round(exp(rnorm(n, 9.5, 1)), 2)
effect <- rnorm(24, 0, 0.7)
d$y <- rbinom(n, 1, plogis(-1.2 + 0.8 * d$rare - 0.03 * (d$age - 31) + 0.05 * (d$year - 2018) + effect[d$group + 1]))
d$count <- rnegbin(n, d$time * exp(0.2 + 0.5 * d$rare - 0.02 * (d$age - 31)), theta = 1.3)
tight <- glm.control(epsilon = 1e-15, maxit = 100)
known <- function(f, robust = NULL, ...) {
  s <- coef(summary(f))
  c(list(coef = I(unname(coef(f))), se = I(unname(s[, 2])), robustSe = if (!is.null(robust)) I(unname(sqrt(diag(robust)))),
         loglik = as.numeric(logLik(f)), deviance = f$deviance, nullDeviance = f$null.deviance, aic = f$aic), list(...))
}
tested <- function(f) { s <- coef(summary(f)); list(z = I(unname(s[, 3])), p = I(unname(s[, 4]))) }
logistic <- glm(y ~ rare + age + year + income, binomial, d, control = tight)
poisson_fit <- glm(count ~ rare + age + offset(log(time)), poisson, d, control = tight)
nb <- glm.nb(count ~ rare + age + offset(log(time)), d, control = glm.control(epsilon = 1e-13, maxit = 200))
nb2 <- glm.nb(count ~ rare + age, d, weights = weight, control = glm.control(epsilon = 1e-13, maxit = 200))
weighted <- suppressWarnings(glm(y ~ rare + age, binomial, d, weights = weight, control = tight))
mixed <- glmer(y ~ rare + scale(age) + (1 | group), d, family = binomial, nAGQ = 1,
               control = glmerControl(optimizer = "bobyqa", tolPwrss = 1e-13, optCtrl = list(maxfun = 1e6, rhobeg = 1e-2, rhoend = 1e-9)))
deviance_of <- glmer(y ~ rare + scale(age) + (1 | group), d, family = binomial, nAGQ = 1, devFunOnly = TRUE,
                     control = glmerControl(tolPwrss = 1e-13))
d$scaled <- as.numeric(scale(d$age))
some <- c(0.5, -1, 0.6, -0.2)

write_json(list(
  made = paste("R", getRversion(), "MASS", packageVersion("MASS"), "sandwich", packageVersion("sandwich"), "lme4", packageVersion("lme4")),
  data = d,
  logistic = c(known(logistic), tested(logistic)),
  logisticRobust = known(logistic, sandwich(logistic)),
  logisticClustered = known(logistic, vcovCL(logistic, cluster = d$group)),
  logisticWeighted = known(weighted, sandwich(weighted))[c("coef", "se", "robustSe", "deviance", "nullDeviance")],
  poisson = c(known(poisson_fit), tested(poisson_fit), list(dispersion = sum(residuals(poisson_fit, "pearson")^2) / poisson_fit$df.residual)),
  poissonClustered = known(poisson_fit, vcovCL(poisson_fit, cluster = d$group)),
  negativeBinomial = c(known(nb), list(theta = nb$theta, thetaSe = nb$SE.theta)),
  negativeBinomialWeighted = c(known(nb2)[c("coef", "se", "deviance", "nullDeviance")], list(theta = nb2$theta, thetaSe = nb2$SE.theta)),
  mixed = list(coef = I(unname(fixef(mixed))), se = I(unname(sqrt(diag(as.matrix(vcov(mixed)))))), groupSd = unname(getME(mixed, "theta")),
               loglik = as.numeric(logLik(mixed)), effects = I(ranef(mixed)$group[as.character(unique(d$group)), 1])),
  mixedDeviance = list(at = some, value = deviance_of(some))
), "regression.json")
