# The same methods in R, on the same people: seconds by the clock, and what was found, as lines of
# "method<TAB>seconds<TAB>found,found". Called by bench.ts with the file of columns, the number of people and the methods.
args <- commandArgs(trailingOnly = TRUE)
people <- as.integer(args[2])
file <- file(args[1], "rb")
columns <- lapply(1:8, function(i) readBin(file, "double", people, endian = "little"))
close(file)
d <- as.data.frame(columns, col.names = c("age", "male", "prior", "cannabis", "risk", "treated", "time", "event"))
suppressMessages({ library(survival); library(boot) })

say <- function(method, seconds, found) {
  cat(method, format(seconds, digits = 6), paste(format(found, digits = 15, trim = TRUE), collapse = ","), sep = "\t")
  cat("\n")
}
timed <- function(method, work) {
  invisible(gc())
  seconds <- system.time(found <- work())[["elapsed"]]
  say(method, seconds, found)
}

for (method in args[-(1:2)]) switch(method,
  cox = timed(method, function() {
    fit <- coxph(Surv(time, event) ~ age + male + prior + cannabis + treated, data = d, ties = "efron")
    c(coef(fit), fit$loglik[2])
  }),
  survival = timed(method, function() {
    curves <- survfit(Surv(time, event) ~ treated, data = d, conf.type = "log-log")
    test <- survdiff(Surv(time, event) ~ treated, data = d)
    c(summary(curves, times = 365)$surv, test$chisq)
  }),
  logistic = timed(method, function() {
    coef(glm(event ~ age + male + prior + cannabis + risk + treated, family = binomial, data = d))
  }),
  matching = {
    suppressMessages(library(MatchIt))
    timed(method, function() {
      m <- matchit(treated ~ age + male + prior + cannabis + risk, data = d, method = "nearest", caliper = 0.2)
      sum(!is.na(m$match.matrix))
    })
  },
  "bootstrap-by-rows" = timed(method, function() {
    set.seed(1)
    rate <- function(d, rows) {
      e <- d$event[rows]; t <- d$time[rows]; a <- d$treated[rows] == 1
      log(sum(e[a]) / sum(t[a]) / (sum(e[!a]) / sum(t[!a])))
    }
    sd(boot(d, rate, R = 10000, strata = d$treated)$t)
  }),
  "bootstrap-by-counts" = timed(method, function() {
    set.seed(1)
    risk <- function(d, rows) {
      e <- d$event[rows]; a <- d$treated[rows] == 1
      log(mean(e[a]) / mean(e[!a]))
    }
    sd(boot(d, risk, R = 10000, strata = d$treated)$t)
  })
)
cat("versions", 0, paste(R.version.string, paste0("survival ", packageVersion("survival")), paste0("MatchIt ", packageVersion("MatchIt")), paste0("boot ", packageVersion("boot")), sep = ","), sep = "\t")
cat("\n")
