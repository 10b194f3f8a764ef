# Rscript groups-of-places.R   (metafor)
# Random sets of estimates in two groups: meta-regression by metafor, and a permutation test and a wild bootstrap written
# out here by their formulae (variance between estimates by REML where the groups are alike; Hartung and Knapp's t).
suppressPackageStartupMessages(library(metafor))
source("../write-json.R")
seed <- 2003
set.seed(seed)
tight <- list(threshold = 1e-14, maxiter = 10000)
terms_of <- function(m) list(coef = as.numeric(m$beta), se = m$se, statistic = m$zval, p = m$pval, low = m$ci.lb, high = m$ci.ub,
  tauSquared = m$tau2, iSquared = m$I2, q = m$QE, qP = m$QEp)
fit <- function(d, method, test) terms_of(rma(d$y, d$v, mods = ~ treated, data = d, method = method, test = test, control = tight))
t_of <- function(y, D, W) {
  X <- cbind(1, D); A <- solve(t(X) %*% W %*% X); b <- A %*% t(X) %*% W %*% y; r <- y - X %*% b
  s2 <- as.numeric(t(r) %*% W %*% r) / (length(y) - 2)
  b[2] / sqrt(s2 * A[2, 2])
}
null_weights <- function(y, v) { m <- rma(y, v, method = "REML", control = tight); list(W = diag(1 / (v + m$tau2)), mean = as.numeric(m$beta)) }
permutation <- function(y, v, D) {
  W <- null_weights(y, v)$W; t0 <- abs(t_of(y, D, W))
  all <- combn(length(y), sum(D)); hits <- 0
  for (j in seq_len(ncol(all))) { E <- rep(0, length(y)); E[all[, j]] <- 1; if (abs(t_of(y, E, W)) >= t0 * (1 - 1e-9)) hits <- hits + 1 }
  hits / ncol(all)
}
webb <- c(-sqrt(1.5), -1, -sqrt(.5), sqrt(.5), 1, sqrt(1.5))
wild <- function(y, v, D, w) {
  n <- null_weights(y, v); t0 <- abs(t_of(y, D, n$W)); e <- y - n$mean
  hits <- sum(apply(w, 1, function(x) abs(t_of(n$mean + e * x, D, n$W)) >= t0 * (1 - 1e-9)))
  (1 + hits) / (1 + nrow(w))
}
sets <- lapply(1:40, function(i) {
  k1 <- sample(1:5, 1); k0 <- sample(2:5, 1); if (k1 + k0 < 4) k0 <- 4; k <- k1 + k0
  spread <- sample(c(0, .1, .3), 1)
  d <- data.frame(v = round(exp(runif(k, log(.005), log(.1))), 5), treated = sample(c(rep(1, k1), rep(0, k0))))
  d$y <- round(rnorm(k, ifelse(d$treated == 1, sample(c(0, -.4), 1), 0), sqrt(d$v + spread^2)), 4)
  indices <- matrix(sample(0:5, 199 * k, replace = TRUE), ncol = k)
  # Errors that go together, as from one model with a term for each place.
  L <- matrix(rnorm(k * k), k) * sqrt(.004); V <- diag(d$v) + L %*% t(L); V <- round(V, 6); V <- (V + t(V)) / 2
  together <- rma.mv(d$y, V, mods = ~ treated, random = ~ 1 | id, data = cbind(d, id = seq_len(k)), method = "REML",
    control = list(optimizer = "optim", optmethod = "BFGS", reltol = 1e-15))
  W <- solve(V + diag(together$sigma2, k)); X <- cbind(1, d$treated); r <- d$y - X %*% together$beta
  list(data = as.list(d), webb = I(as.integer(t(indices))), covariance = I(as.numeric(V)),
    reml = fit(d, "REML", "z"), dl = fit(d, "DL", "z"), hk = fit(d, "REML", "knha"), modified = fit(d, "REML", "adhoc"),
    permutation = permutation(d$y, d$v, d$treated), wild = wild(d$y, d$v, d$treated, matrix(webb[indices + 1], ncol = k)),
    together = list(tauSquared = together$sigma2, coef = as.numeric(together$beta), se = together$se,
      observed = as.numeric(t(r) %*% W %*% r) / (k - 2)))
})
write_json(list(made = paste("R", getRversion(), "metafor", packageVersion("metafor")), seed = seed, sets = sets), "groups-of-places.json")
