# Writes expected.json: least squares by lm with the errors of R's sandwich. Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })
set.seed(3)
n <- 60
data <- data.frame(
  a = round(rnorm(n), 3), b = rpois(n, 4), trend = seq_len(n), cluster = sample(1:9, n, TRUE, prob = 9:1),
  w = round(runif(n, .2, 3), 2)
)
data$y <- round(2 + data$a - 0.3 * data$b + 0.05 * data$trend + as.numeric(arima.sim(list(ar = .6), n)) * (1 + data$b), 3)
fits <- list(plain = lm(y ~ a + b + trend, data), weighted = lm(y ~ a + b + trend, data, weights = w))
expected <- lapply(fits, function(f) list(
  coefficients = as.numeric(coef(f)), classic = as.numeric(vcov(f)), residuals = as.numeric(residuals(f)),
  hc0 = as.numeric(vcovHC(f, "HC0")), hc1 = as.numeric(vcovHC(f, "HC1")), hc3 = as.numeric(vcovHC(f, "HC3")),
  clustered = as.numeric(vcovCL(f, data$cluster, type = "HC1")),
  neweyWest = lapply(setNames(c(0, 1, 4), c("lag0", "lag1", "lag4")), function(l)
    as.numeric(NeweyWest(f, lag = l, prewhite = FALSE, adjust = TRUE)))
))
# Columns which nearly are one another: what is left of the second is a hundred-thousandth of it.
hard <- data.frame(x = 1e6 + seq_len(30), z = 1e6 + seq_len(30) + 10 * sin(seq_len(30)))
hard$y <- 3 + cos(seq_len(30))
expected$hard <- c(as.list(hard), list(coefficients = as.numeric(coef(lm(y ~ x + z, hard)))))
write_json(c(list(data = as.list(data)), expected), "expected.json", digits = I(17), auto_unbox = TRUE)
