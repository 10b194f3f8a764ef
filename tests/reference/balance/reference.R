# Writes expected.json: balance before and after matching by the summary of MatchIt 4.5.1.
# Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(MatchIt); library(jsonlite) })
set.seed(11)
n <- 90
treated <- rep(0, n); treated[sample(n, 25)] <- 1
data <- data.frame(
  treated = treated,
  age = round(rnorm(n, 30 - 3 * treated, 8)),
  priors = rpois(n, 2 + treated),
  male = rbinom(n, 1, .7),
  # All treated have it, so that their own deviation is zero.
  charged = ifelse(treated == 1, 1, rbinom(n, 1, .6))
)
m <- suppressWarnings(matchit(treated ~ age + priors + male + charged, data,
  distance = as.numeric(round(1000 * runif(n))), ratio = 1, replace = TRUE))
rows <- function(s) lapply(split(s, rownames(s))[names(data)[-1]], function(r) as.list(setNames(r[1:4], c("treated", "control", "smd", "ratio"))))
by <- function(denominator) {
  m$estimand <- denominator
  s <- summary(m, un = TRUE, interactions = FALSE)
  list(before = rows(as.data.frame(s$sum.all)), after = rows(as.data.frame(s$sum.matched)))
}
expected <- list(
  treated = treated, weights = as.numeric(m$weights), covariates = as.list(data[-1]),
  byTreated = by("ATT"), byControl = by("ATC"), byPooled = by("ATE")
)
write_json(expected, "expected.json", digits = I(17), auto_unbox = TRUE, na = "null")
