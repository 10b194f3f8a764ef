# Rscript competing-risks.R   (cmprsk, survival)
# Random small sets in two to four groups with ties: Gray's test, the incidence of each cause at some times, and restricted
# means of two groups.
suppressPackageStartupMessages({ library(cmprsk); library(survival) })
source("../write-json.R")
seed <- 1988
set.seed(seed)
sets <- list()
while (length(sets) < 60) {
  n <- sample(12:80, 1); groups <- sample(2:4, 1)
  d <- data.frame(time = pmax(1, round(rexp(n, .1), sample(0:1, 1))), cause = sample(0:2, n, TRUE, c(.3, .4, .3)), group = sample(seq_len(groups) - 1, n, TRUE))
  if (length(unique(d$group)) < groups || !all(1:2 %in% d$cause)) next
  fit <- try(cuminc(d$time, d$cause, d$group), silent = TRUE)
  if (inherits(fit, "try-error") || any(!is.finite(fit$Tests[1:2, "stat"]))) next
  at <- sort(sample(unique(d$time), 2))
  curves <- survfit(Surv(time, factor(cause, 0:2)) ~ group, d)
  points <- lapply(seq_len(groups) - 1, function(g) {
    one <- summary(survfit(Surv(time, factor(cause, 0:2)) ~ 1, d, subset = group == g), times = at, extend = TRUE)
    list(first = I(one$pstate[, 2]), second = I(one$pstate[, 3]), se = I(one$std.err[, 2]))
  })
  to <- min(tapply(d$time, d$group, max))
  means <- summary(survfit(Surv(time, cause > 0) ~ group, d), rmean = to)$table
  sets[[length(sets) + 1]] <- list(data = as.list(d), groups = groups, test = list(chiSquared = I(unname(fit$Tests[, "stat"])), df = I(unname(fit$Tests[, "df"])), p = I(unname(fit$Tests[, "pv"]))),
    at = I(at), points = points, to = to, means = I(unname(means[, "rmean"])), errors = I(unname(means[, "se(rmean)"])))
}
write_json(list(made = paste("R", getRversion(), "cmprsk", packageVersion("cmprsk"), "survival", packageVersion("survival")), seed = seed, sets = sets), "competing-risks.json")
