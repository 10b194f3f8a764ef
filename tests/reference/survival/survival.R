# Rscript survival.R   (R's survival package)
source("../write-json.R")
library(survival)
set.seed(20240601)

# Ties in whole days, arms of 70, 15 and 5, a stratum with few, a group that nobody in one stratum belongs to.
n <- 90
d <- data.frame(group = rep(0:2, c(70, 15, 5)), stratum = rbinom(n, 1, 0.3))
d$stratum[d$group == 2] <- 0
d$time <- pmax(0, ceiling(rexp(n, ifelse(d$group == 1, 1 / 25, 1 / 12))))
d$cause <- ifelse(d$time > 30, 0, sample(0:2, n, TRUE, c(0.3, 0.5, 0.2)))
d$time <- pmin(d$time, 31)
d$event <- as.integer(d$cause > 0)
# Times with fractions, two of which only rounding holds apart.
d$part <- d$time / 7 + ifelse(seq_len(n) %% 9 == 0, 1e-13, 0)

curve <- function(fit) list(times = I(fit$time), atRisk = I(fit$n.risk), deaths = I(fit$n.event), censored = I(fit$n.censor),
                            survival = I(fit$surv), standardError = I(ifelse(fit$surv == 0, NA, fit$surv * fit$std.err)),
                            low = I(fit$lower), high = I(fit$upper))
hazard <- function(fit) list(hazard = I(fit$cumhaz), standardError = I(fit$std.chaz))
median_of <- function(fit) as.numeric(quantile(fit, 0.5)[c("quantile", "lower", "upper")] |> unlist())
difference <- function(fit) list(chiSquared = fit$chisq, df = fit$df, p = fit$p)
groups_of <- function(fit) if (is.matrix(fit$obs)) list(observed = I(rowSums(fit$obs)), expected = I(rowSums(fit$exp))) else list(observed = I(fit$obs), expected = I(fit$exp))
with_df <- function(fit, df) { fit$df <- df; fit$p <- pchisq(fit$chisq, df, lower.tail = FALSE); c(difference(fit), groups_of(fit)) }
rmst <- function(fit, tau) { t <- summary(fit, rmean = tau)$table; c(t[["rmean"]], t[["se(rmean)"]]) }
fits <- lapply(c("log-log", "log", "plain"), function(type) curve(survfit(Surv(time, event) ~ 1, d, conf.type = type)))
names(fits) <- c("log-log", "log", "plain")
competing <- survfit(Surv(time, factor(cause)) ~ 1, d)
competing_log_log <- survfit(Surv(time, factor(cause)) ~ 1, d, conf.type = "log-log")

write_json(list(
  made = paste("R", getRversion(), "survival", packageVersion("survival")),
  data = d,
  kaplanMeier = fits,
  kaplanMeierOfGroup1 = curve(survfit(Surv(time, event) ~ 1, d, subset = group == 1, conf.type = "log-log")),
  kaplanMeierOfParts = curve(survfit(Surv(part, event) ~ 1, d, conf.type = "log-log")),
  median = median_of(survfit(Surv(time, event) ~ 1, d, conf.type = "log-log")),
  nelsonAalen = hazard(survfit(Surv(time, event) ~ 1, d)),
  restrictedMean = lapply(c(5, 12.5, 31), function(tau) rmst(survfit(Surv(time, event) ~ 1, d), tau)),
  incidence = list(times = competing$time, first = competing$pstate[, 2], second = competing$pstate[, 3],
                   errorFirst = competing$std.err[, 2], errorSecond = competing$std.err[, 3],
                   lowFirst = competing_log_log$lower[, 2], highFirst = competing_log_log$upper[, 2]),
  logRank = with_df(survdiff(Surv(time, event) ~ group, d), 2),
  logRankOfTwo = with_df(survdiff(Surv(time, event) ~ group, d, subset = group < 2), 1),
  logRankOfParts = with_df(survdiff(Surv(part, event) ~ group, d), 2),
  stratified = with_df(survdiff(Surv(time, event) ~ group + strata(stratum), d), 2)
), "survival.json")
