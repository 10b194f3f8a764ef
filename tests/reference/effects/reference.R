# Writes expected.json: effects by weighting and by doubly robust estimation, with the sandwich of all their equations at
# once, its slopes taken by numDeriv (Richardson). Nothing here is worked out by hand. Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(numDeriv); library(jsonlite) })
set.seed(17)
n <- 220
data <- data.frame(age = round(rnorm(n, 32, 9)), priors = rpois(n, 2))
data$treated <- rbinom(n, 1, plogis(-.9 + .02 * (data$age - 32) + .25 * (data$priors - 2)))
data$cost <- round(50 + 2 * data$priors - 6 * data$treated + .4 * data$age + 5 * rnorm(n), 2)
data$again <- rbinom(n, 1, plogis(-.6 + .3 * data$priors - .7 * data$treated))
x <- cbind(1, data$age, data$priors); p <- ncol(x); a <- data$treated
gamma <- coef(glm(treated ~ age + priors, binomial, data, control = glm.control(1e-15, 100)))

# equations(theta): a row for each person, a column for each equation; at the estimate their means are zero.
stacked <- function(equations, theta) {
  slopes <- jacobian(function(t) colMeans(equations(t)), theta)
  influence <- -equations(theta) %*% t(solve(slopes))
  last <- length(theta)
  list(estimate = theta[last], standardError = sqrt(sum(influence[, last]^2)) / n)
}

weighting <- function(y, weights) {
  e <- plogis(drop(x %*% gamma)); w <- weights(e)
  means <- c(sum(a * w[, 1] * y) / sum(a * w[, 1]), sum((1 - a) * w[, 2] * y) / sum((1 - a) * w[, 2]))
  equations <- function(t) {
    e <- plogis(drop(x %*% t[1:p])); w <- weights(e); m <- t[p + 1:2]
    cbind((a - e) * x, a * w[, 1] * (y - m[1]), (1 - a) * w[, 2] * (y - m[2]), m[1] - m[2] - t[p + 3])
  }
  c(stacked(equations, c(gamma, means, means[1] - means[2])), list(meanTreated = means[1], meanControl = means[2]))
}

robust <- function(y, link, estimand) {
  family <- if (link == "logistic") binomial else gaussian
  inverse <- if (link == "logistic") plogis else identity
  fit <- function(arm) coef(glm(y ~ age + priors, family, data, subset = a == arm, control = glm.control(1e-15, 100)))
  parts <- function(t) {
    e <- plogis(drop(x %*% t[1:p])); m1 <- inverse(drop(x %*% t[p + 1:p])); m0 <- inverse(drop(x %*% t[2 * p + 1:p]))
    if (estimand == "everybody")
      list(one = m1 + a * (y - m1) / e, zero = m0 + (1 - a) * (y - m0) / (1 - e), share = 1, e = e, m1 = m1, m0 = m0)
    else
      list(one = a * y, zero = a * m0 + (1 - a) * e / (1 - e) * (y - m0), share = a, e = e, m1 = m1, m0 = m0)
  }
  nuisance <- c(gamma, fit(1), fit(0))
  q <- parts(nuisance)
  effect <- mean(q$one - q$zero) / mean(q$share)
  equations <- function(t) {
    q <- parts(t)
    cbind((a - q$e) * x, a * (y - q$m1) * x, (1 - a) * (y - q$m0) * x, q$one - q$zero - q$share * t[3 * p + 1])
  }
  c(stacked(equations, c(nuisance, effect)), list(meanTreated = mean(q$one) / mean(q$share), meanControl = mean(q$zero) / mean(q$share)))
}

of <- list(
  everybody = function(e) cbind(1 / e, 1 / (1 - e)), treated = function(e) cbind(1, e / (1 - e)), overlap = function(e) cbind(1 - e, e)
)
expected <- list(
  data = as.list(data),
  weighting = list(cost = lapply(of, function(w) weighting(data$cost, w)), again = lapply(of, function(w) weighting(data$again, w))),
  robust = list(
    cost = lapply(c(everybody = "everybody", treated = "treated"), function(k) robust(data$cost, "linear", k)),
    again = lapply(c(everybody = "everybody", treated = "treated"), function(k) robust(data$again, "logistic", k))
  )
)
write_json(expected, "expected.json", digits = I(17), auto_unbox = TRUE)
