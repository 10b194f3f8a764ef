# Writes rubin.json: Rubin's rules by mice. Run in this folder: Rscript rubin.R
suppressPackageStartupMessages({ library(mice); library(jsonlite) })
set.seed(9)
case <- function(q, u, dfcom) {
  p <- pool.scalar(q, u^2, n = dfcom + 1, k = 1)
  reach <- qt(.975, p$df) * sqrt(p$t)
  c(if (is.finite(dfcom)) list(completeDegreesOfFreedom = dfcom), list(
    estimates = q, standardErrors = u,
    estimate = p$qbar, standardError = sqrt(p$t), degreesOfFreedom = p$df, within = p$ubar, between = p$b,
    fractionMissing = p$fmi, low = p$qbar - reach, high = p$qbar + reach, p = 2 * pt(-abs(p$qbar / sqrt(p$t)), p$df)
  ))
}
expected <- list(
  twenty = case(round(rnorm(20, .4, .1), 4), round(runif(20, .15, .2), 4), 180),
  five = case(round(rnorm(5, -1, .3), 4), round(runif(5, .1, .4), 4), 12),
  large = case(round(rnorm(10, 3, .2), 4), round(runif(10, .3, .5), 4), Inf)
)
write_json(expected, "rubin.json", digits = I(17), auto_unbox = TRUE)
