# Writes expected.json: difference in differences, interrupted time series and instruments by lm, AER and sandwich.
# Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(sandwich); library(lmtest); library(AER); library(jsonlite) })
set.seed(5)
term <- function(fit, name, covariance, df = df.residual(fit)) {
  row <- coeftest(fit, covariance, df = df)[name, ]
  reach <- qt(.975, df) * row[2]
  list(coefficient = row[[1]], standardError = row[[2]], statistic = row[[3]], p = row[[4]], low = row[[1]] - reach, high = row[[1]] + reach)
}

# Fourteen places of unequal size, four of them reached, over eight quarters.
places <- 14
did <- do.call(rbind, lapply(seq_len(places), function(g) data.frame(
  place = g, reached = as.numeric(g <= 4), time = rep(0:7, each = 2 + g %% 4)
)))
did$after <- as.numeric(did$time >= 5)
did$age <- round(rnorm(nrow(did), 30, 6))
did$y <- round(3 + did$reached + .2 * did$time - .8 * did$reached * did$after + .03 * did$age + rnorm(places)[did$place] + rnorm(nrow(did)), 3)
plain <- lm(y ~ reached * after, did)
adjusted <- lm(y ~ reached * after + age, did)
before <- lm(y ~ reached * time, did[did$after == 0, ])
cl <- function(f, d = did) vcovCL(f, d$place, type = "HC1")
difference <- list(
  data = as.list(did),
  plain = term(plain, "reached:after", vcovHC(plain, "HC1")),
  clustered = term(plain, "reached:after", cl(plain), places - 1),
  adjusted = term(adjusted, "reached:after", cl(adjusted), places - 1),
  before = term(before, "reached:time", cl(before, did[did$after == 0, ]), places - 1)
)

# Fifty months, interrupted after the 29th; errors that go on into the next month.
n <- 50; start <- 29
its <- data.frame(t = 0:(n - 1)); its$level <- as.numeric(its$t >= start); its$slope <- pmax(0, its$t - start)
its$other <- round(rnorm(n, 40, 3), 2)
its$y <- round(100 + .4 * its$t - 12 * its$level - .9 * its$slope + 5 * sin(2 * pi * its$t / 12) + as.numeric(arima.sim(list(ar = .5), n, sd = 3)), 2)
s <- lm(y ~ t + level + slope, its)
w <- lm(y ~ t + level + slope + sin(2 * pi * t / 12) + cos(2 * pi * t / 12) + sin(4 * pi * t / 12) + cos(4 * pi * t / 12) + other, its)
nw <- function(f, lag) NeweyWest(f, lag = lag, prewhite = FALSE, adjust = TRUE)
r <- residuals(s)
series <- list(
  data = as.list(its),
  plain = list(trend = term(s, "t", nw(s, 3)), level = term(s, "level", nw(s, 3)), slope = term(s, "slope", nw(s, 3)),
    autocorrelation = sum(r[-1] * r[-n]) / sum(r^2)),
  seasonal = list(trend = term(w, "t", nw(w, 6)), level = term(w, "level", nw(w, 6)), slope = term(w, "slope", nw(w, 6)))
)

# Assigned by chance, two to one; some do not follow, and who does not is not chance.
n <- 240
iv <- data.frame(assigned = rbinom(n, 1, 2 / 3), frail = rnorm(n), age = round(rnorm(n, 30, 6)))
iv$received <- as.numeric(iv$assigned == 1 & iv$frail < .9 | iv$frail < -1.6)
iv$y <- round(2 + .8 * iv$frail - .5 * iv$received + .02 * iv$age + rnorm(n), 3)
# Assignment that hardly moves receipt.
iv$ignored <- rbinom(n, 1, .5)
complier <- function(instrument, covariates = "") {
  z <- iv[[instrument]]
  d <- data.frame(iv, z = z)
  f <- ivreg(as.formula(paste("y ~ received", covariates, "| z", covariates)), data = d)
  first <- lm(as.formula(paste("received ~ z", covariates)), d)
  reduced <- lm(as.formula(paste("y ~ z", covariates)), d)
  # Anderson and Rubin by search: the effects b at which z foretells nothing of y - b received.
  excess <- function(b) {
    d$left <- d$y - b * d$received
    g <- lm(as.formula(paste("left ~ z", covariates)), d)
    (coef(g)["z"]^2 / vcovHC(g, "HC1")["z", "z"]) - qt(.975, df.residual(g))^2
  }
  centre <- coef(f)["received"]
  root <- function(from, to) tryCatch(uniroot(excess, c(from, to), tol = 1e-13)$root, error = function(e) NA)
  list(
    effect = term(f, "received", vcovHC(f, "HC1")),
    intentionToTreat = term(reduced, "z", vcovHC(reduced, "HC1")),
    compliance = term(first, "z", vcovHC(first, "HC1")),
    weakProof = list(low = root(centre - 20, centre), high = root(centre, centre + 20))
  )
}
instrument <- list(
  data = as.list(iv), plain = complier("assigned"), adjusted = complier("assigned", "+ age"), ignored = complier("ignored")
)
write_json(list(difference = difference, series = series, instrument = instrument), "expected.json", digits = I(17), auto_unbox = TRUE, na = "null")
