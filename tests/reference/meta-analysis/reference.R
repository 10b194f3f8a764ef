# Writes expected.json: random-effects meta-analysis by metafor. Run in this folder: Rscript reference.R
# REML is iterated further than metafor's default of 1e-5, which leaves tau^2 right to some six figures only.
suppressPackageStartupMessages({ library(metafor); library(jsonlite) })
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
inputs <- list(
  # Thirteen trials of the BCG vaccine, log risk ratios: the field's standard worked example.
  bcg = list(yi = as.numeric(bcg$yi), vi = as.numeric(bcg$vi)),
  # No more spread than chance explains: tau^2 is zero.
  alike = list(yi = c(-0.21, -0.18, -0.25, -0.20, -0.15), vi = c(0.04, 0.09, 0.02, 0.16, 0.05)),
  # One study is a hundred times the size of another, and two give the same estimate.
  unequal = list(yi = c(0.40, -0.10, -0.10, 0.85, 0.05, 0.31), vi = c(0.002, 0.2, 0.05, 0.11, 0.0016, 0.03)),
  two = list(yi = c(0.10, 0.90), vi = c(0.03, 0.05)),
  # Two that came out nearly alike: plain Hartung-Knapp is far narrower than the normal interval.
  twoAlike = list(yi = c(-0.30, -0.31), vi = c(0.04, 0.02))
)
fit <- function(d, method, test) {
  m <- rma(d$yi, d$vi, method = method, test = test, control = list(threshold = 1e-14, maxiter = 10000))
  p <- predict(m)
  list(
    estimate = as.numeric(m$beta), standardError = m$se, statistic = m$zval, p = m$pval, low = m$ci.lb, high = m$ci.ub,
    tauSquared = m$tau2, iSquared = m$I2, hSquared = m$H2, q = m$QE, qP = m$QEp,
    predictionLow = p$pi.lb, predictionHigh = p$pi.ub, weights = as.numeric(weights(m))
  )
}
expected <- lapply(inputs, function(d) {
  list(
    input = d,
    dl = fit(d, "DL", "z"), reml = fit(d, "REML", "z"), hk = fit(d, "REML", "knha"), dlKnapp = fit(d, "DL", "knha"),
    modified = fit(d, "REML", "adhoc")
  )
})
write_json(expected, "expected.json", digits = I(17), auto_unbox = TRUE, pretty = TRUE)
