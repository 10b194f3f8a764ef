# Writes expected.json: percentile and BCa intervals by R's boot from replicates kept beside them.
# Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(boot); library(jsonlite) })
set.seed(20260101)
case <- function(groups, statistic, replicates, conf = 0.95) {
  data <- data.frame(value = unlist(groups), group = rep(seq_along(groups), lengths(groups)))
  b <- boot(data, function(d, i) statistic(d[i, ]), R = replicates, strata = data$group)
  influence <- empinf(b, type = "jack")
  # boot leaves the groups' sizes out of the acceleration; Davison and Hinkley (1997) put them in.
  scaled <- influence / as.numeric(table(data$group)[data$group])
  acceleration <- function(l) sum(l^3) / (6 * sum(l^2)^1.5)
  list(
    groups = groups, estimate = b$t0, replicates = as.numeric(b$t), confidence = conf,
    acceleration = acceleration(scaled), accelerationOfBoot = acceleration(influence),
    percentile = boot.ci(b, conf, type = "perc")$percent[4:5],
    bca = boot.ci(b, conf, type = "bca", L = scaled)$bca[4:5]
  )
}
difference <- function(d) mean(d$value[d$group == 1]) - mean(d$value[d$group == 2])
skewed <- round(rexp(23, 1 / 40), 3)
expected <- list(
  meanOfSkewed = case(list(skewed), function(d) mean(d$value), 999),
  # Arms of 30 and 11, the smaller one skewed: the sizes matter here.
  differenceOfUnequalArms = case(list(round(rnorm(30, 10, 4), 3), round(rexp(11, 1 / 8), 3)), difference, 1999, 0.9),
  # 1000 replicates put the quantiles between replicates.
  squareAndVariance = case(list(round(rnorm(15), 3)), function(d) median(d$value)^2 + var(d$value), 1000, 0.9)
)
write_json(expected, "expected.json", digits = I(17), auto_unbox = TRUE)
