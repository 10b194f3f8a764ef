# Rscript cox.R   (R's survival package)
source("../write-json.R")
library(survival)
set.seed(1983)

# 140 people in 60 clusters and three unequal strata; few distinct times, so that many events tie; one arm small.
n <- 140
d <- data.frame(arm = rep(0:1, c(110, 30)), age = round(rnorm(n, 30, 9), 1), level = sample(c("a", "b", "c"), n, TRUE, c(0.6, 0.3, 0.1)),
                stratum = sample(0:2, n, TRUE, c(0.7, 0.2, 0.1)), cluster = sample(0:59, n, TRUE), weight = round(runif(n, 0.2, 3), 2))
d$b <- as.integer(d$level == "b"); d$c <- as.integer(d$level == "c")
rate <- exp(-0.6 * d$arm + 0.03 * (d$age - 30) + 0.5 * d$c) / 15
until <- ceiling(rexp(n, rate)); watched <- sample(8:20, n, TRUE)
d$time <- pmin(until, watched); d$event <- as.integer(until <= watched)
d$entry <- pmin(d$time - 1, sample(c(0, 0, 0, 1, 3, 6), n, TRUE))
d$part <- d$time / 3

# The same people with a covariate that changes: a row for each stretch between changes.
change <- sample(2:10, n, TRUE)
long <- do.call(rbind, lapply(seq_len(n), function(i) with(d[i, ], {
  if (time > change[i]) data.frame(id = i - 1, entry = c(0, change[i]), time = c(change[i], time), event = c(0, event), arm = arm, age = age, now = c(0, 1))
  else data.frame(id = i - 1, entry = 0, time = time, event = event, arm = arm, age = age, now = 0)
})))

tight <- coxph.control(eps = 1e-14, iter.max = 60, toler.chol = 1e-15, toler.inf = 1e-10)
zph_rows <- function(f, scale) {
  t <- cox.zph(f, transform = scale)$table
  lapply(seq_len(nrow(t)), function(i) unname(t[i, ]))
}
answers <- function(f, zph = TRUE) {
  s <- summary(f); robust <- !is.null(f$naive.var)
  c(list(n = f$n, events = f$nevent, coef = I(unname(coef(f))), se = I(unname(sqrt(diag(if (robust) f$naive.var else f$var)))),
         robustSe = if (robust) I(unname(sqrt(diag(f$var)))), z = I(unname(s$coefficients[, "z"])), p = I(unname(s$coefficients[, ncol(s$coefficients)])),
         low = I(unname(s$conf.int[, 3])), high = I(unname(s$conf.int[, 4])), loglik = f$loglik,
         likelihoodRatio = unname(s$logtest["test"]), wald = f$wald.test |> unname(), score = unname(f$score),
         concordance = unname(f$concordance[["concordance"]]), concordanceSe = unname(f$concordance[["std"]])),
    if (zph) lapply(c(km = "km", identity = "identity", log = "log"), function(scale) {
      list(terms = zph_rows(f, scale))
    }))
}
tt <- Surv(time, event) ~ arm + age + b + c
write_json(list(
  made = paste("R", getRversion(), "survival", packageVersion("survival")),
  data = d[setdiff(names(d), "level")], long = long,
  efron = answers(coxph(tt, d, control = tight)),
  breslow = answers(coxph(tt, d, ties = "breslow", control = tight)),
  parts = answers(coxph(Surv(part, event) ~ arm + age, d, control = tight)),
  stratified = answers(coxph(update(tt, . ~ . + strata(stratum)), d, control = tight)),
  clustered = answers(coxph(tt, d, cluster = cluster, control = tight)),
  clusteredBreslow = answers(coxph(tt, d, cluster = cluster, ties = "breslow", control = tight), FALSE),
  robust = answers(coxph(tt, d, robust = TRUE, control = tight), FALSE),
  weighted = answers(coxph(tt, d, weights = weight, control = tight), FALSE),
  weightedBreslow = answers(coxph(tt, d, weights = weight, ties = "breslow", robust = FALSE, control = tight), FALSE),
  entered = answers(coxph(Surv(entry, time, event) ~ arm + age + b + c, d, control = tight)),
  enteredAll = answers(coxph(Surv(entry, time, event) ~ arm + age + strata(stratum), d, cluster = cluster, weights = weight, control = tight), FALSE),
  changing = answers(coxph(Surv(entry, time, event) ~ arm + age + now, long, cluster = id, control = tight), FALSE),
  changingPlain = answers(coxph(Surv(entry, time, event) ~ arm + age + now, long, control = tight)),
  factor = zph_rows(coxph(Surv(time, event) ~ arm + age + level, d, control = tight), "km")
), "cox.json")
