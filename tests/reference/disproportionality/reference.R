# Writes expected.json: relative rates with their intervals, funnel limits, and the relative rates that mice gives where
# the group is missing for some. Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(mice); library(nnet) })
source("../write-json.R")

by_log <- function(x, n, x0, n0, residents) {
  ratio <- (x / n) / (x0 / n0)
  s <- sqrt(1 / x + 1 / x0 - if (residents) 0 else 1 / n + 1 / n0)
  ratio * exp(c(0, -1, 1) * qnorm(.975) * s)
}
of_residents <- data.frame(x = c(326, 9, 3, 0), n = c(21902, 80000, 40000, 900), x0 = c(8268, 8268, 60, 12), n0 = c(1304797, 1304797, 1e6, 5e4))
residents <- lapply(seq_len(nrow(of_residents)), function(i) with(of_residents[i, ], {
  own <- poisson.test(x, n)$conf.int
  small <- x < 5 || x0 < 5
  test <- poisson.test(c(x, x0), c(n, n0))
  ratio <- if (small) c(unname(test$estimate), test$conf.int) else by_log(x, n, x0, n0, TRUE)
  list(x = x, n = n, x0 = x0, n0 = n0, rateLow = own[1], rateHigh = own[2], relative = ratio[1], relativeLow = ratio[2], relativeHigh = ratio[3])
}))
of_step <- data.frame(x = c(65, 12, 37), n = c(326, 40, 153), x0 = c(1624, 900, 20), n0 = c(8268, 1000, 61))
step <- lapply(seq_len(nrow(of_step)), function(i) with(of_step[i, ], {
  own <- prop.test(x, n, correct = FALSE)$conf.int
  ratio <- by_log(x, n, x0, n0, FALSE)
  list(x = x, n = n, x0 = x0, n0 = n0, rateLow = own[1], rateHigh = own[2], relative = ratio[1], relativeLow = ratio[2], relativeHigh = ratio[3])
}))

# Spiegelhalter 2005, appendix A.1.1
limit <- function(p, quantile, upto, size) {
  r <- quantile(p)
  alpha <- (upto(r) - p) / (upto(r) - upto(r - 1))
  (r - alpha) / size
}
funnel <- list()
for (size in c(12, 145, 2733)) for (expected in c(.03, .2176)) {
  at <- sapply(c(-2, 2, -3, 3), function(z) limit(pnorm(z), function(p) qbinom(p, size, expected), function(r) pbinom(r, size, expected), size))
  at <- pmin(1, pmax(0, at))
  funnel <- c(funnel, list(list(kind = "binomial", size = size, expected = expected, low2 = at[1], high2 = at[2], low3 = at[3], high3 = at[4])))
}
for (size in c(3000, 250000)) for (expected in c(.00088, .004)) {
  at <- sapply(c(-2, 2, -3, 3), function(z) limit(pnorm(z), function(p) qpois(p, size * expected), function(r) ppois(r, size * expected), size))
  at <- pmax(0, at)
  funnel <- c(funnel, list(list(kind = "poisson", size = size, expected = expected, low2 = at[1], high2 = at[2], low3 = at[3], high3 = at[4])))
}

# Searches whose group is missing more often where the officer saw nothing, and where nothing was found.
set.seed(7)
n <- 3000
group <- sample(1:3, n, TRUE, c(.7, .2, .1))
saw <- ifelse(runif(n) < .85, group, sample(1:3, n, TRUE))
found <- rbinom(n, 1, c(.2, .25, .3)[group])
seen <- group
seen[runif(n) < plogis(-2 + .8 * (saw != 1) - .7 * found)] <- NA
cells <- aggregate(list(count = rep(1, n)), list(group = ifelse(is.na(seen), 0, seen), saw = saw, found = found), sum)
whole <- data.frame(group = factor(seen), saw = factor(saw), found = factor(found))
imputed <- mice(whole, m = 200, maxit = 1, method = c("polyreg", "", ""), printFlag = FALSE, seed = 3)
lives <- c(50000, 9000, 4000)
pooled <- function(level, residents) {
  parts <- sapply(1:200, function(k) {
    d <- complete(imputed, k)
    x <- if (residents) sum(d$group == level) else sum(d$group == level & d$found == 1)
    x0 <- if (residents) sum(d$group == 1) else sum(d$group == 1 & d$found == 1)
    b <- if (residents) lives[level] else sum(d$group == level)
    b0 <- if (residents) lives[1] else sum(d$group == 1)
    c(log((x / b) / (x0 / b0)), 1 / x + 1 / x0 - if (residents) 0 else 1 / b + 1 / b0)
  })
  p <- pool.scalar(parts[1, ], parts[2, ])
  list(estimate = p$qbar, standardError = sqrt(p$t), between = p$b)
}
imputation <- list(
  cells = as.list(cells), residents = lives,
  searched = list(pooled(2, TRUE), pooled(3, TRUE)), found = list(pooled(2, FALSE), pooled(3, FALSE))
)

write_json(list(residents = residents, step = step, funnel = funnel, imputation = imputation), "expected.json")
