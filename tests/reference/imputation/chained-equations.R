# Writes chained-equations.json: what mice makes of data with holes (many imputations, so that its own chance is small),
# and the fits by glm and multinom which its draws rest on. Run in this folder: Rscript chained-equations.R
suppressPackageStartupMessages({ library(mice); library(nnet); library(jsonlite) })
set.seed(21)
n <- 300
age <- round(rnorm(n, 32, 9))
group <- sample(1:3, n, TRUE, prob = c(.6, .3, .1))
charged <- rbinom(n, 1, plogis(-1 + .04 * (age - 32) + .8 * (group == 2)))
priors <- pmax(0, round(2 + .1 * (age - 32) + 1.5 * charged + rnorm(n, sd = 1.5)))
whole <- data.frame(age, group, charged, priors)
data <- whole
# Holes that hang on what is seen: on priors, which has none.
hole <- function(lean) runif(n) < plogis(-1.4 + lean * (priors - mean(priors)))
data$age[hole(.3)] <- NA
data$group[hole(-.3)] <- NA
data$charged[hole(.4)] <- NA
typed <- transform(data, group = factor(group), charged = factor(charged))
# mice's own pmm takes the same five donors for every missing row that is foretold alike, which makes completed data sets
# differ too much where many rows tie (age has whole years, and the others few levels). Here each row breaks ties anew.
mice.impute.pmmties <- function(y, ry, x, wy = NULL, donors = 5, ...) {
  if (is.null(wy)) wy <- !ry
  x <- cbind(1, as.matrix(x))
  drawn <- .norm.draw(y, ry, x)
  seen <- x[ry, , drop = FALSE] %*% drawn$coef
  target <- x[wy, , drop = FALSE] %*% drawn$beta
  yseen <- y[ry]
  vapply(target, function(t) {
    near <- order(round(abs(seen - t), 10), runif(length(seen)))[seq_len(donors)]
    yseen[near[sample.int(donors, 1)]]
  }, 0)
}
imputed <- mice(typed, m = 200, maxit = 10, method = c("pmmties", "polyreg", "logreg", ""), printFlag = FALSE, seed = 1)
pooled <- function(of) {
  parts <- lapply(seq_len(200), function(k) of(complete(imputed, k)))
  q <- sapply(parts, `[[`, 1); u <- sapply(parts, `[[`, 2)
  p <- pool.scalar(q, u^2)
  list(estimate = p$qbar, standardError = sqrt(p$t), between = p$b)
}
mean_of <- function(x) c(mean(x), sd(x) / sqrt(length(x)))
expected <- list(
  data = as.list(data),
  meanAge = pooled(function(d) mean_of(d$age)),
  charged = pooled(function(d) mean_of(as.numeric(d$charged == "1"))),
  second = pooled(function(d) mean_of(as.numeric(d$group == "2"))),
  third = pooled(function(d) mean_of(as.numeric(d$group == "3"))),
  slope = pooled(function(d) summary(lm(priors ~ age + charged, d))$coefficients["age", 1:2])
)
two <- glm(charged ~ age + priors, binomial, whole, control = glm.control(1e-14, 100))
three <- multinom(group ~ age + priors, whole, trace = FALSE, reltol = 1e-15, abstol = 1e-15, maxit = 1000)
expected$fits <- list(
  data = as.list(whole),
  two = list(coefficients = as.numeric(coef(two)), covariance = as.numeric(vcov(two))),
  three = list(coefficients = as.numeric(t(coef(three))), covariance = as.numeric(vcov(three)))
)
write_json(expected, "chained-equations.json", digits = I(17), auto_unbox = TRUE, na = "null")
