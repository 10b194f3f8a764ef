# Rscript firth.R   (brglm2)
# Small random sets in which a column often foretells the outcome without fail; Firth's penalised fit by brglm2.
suppressPackageStartupMessages(library(brglm2))
source("../write-json.R")
options(digits = 17)
seed <- 1993
set.seed(seed)
sets <- list()
while (length(sets) < 40) {
  n <- sample(12:40, 1)
  d <- data.frame(y = rbinom(n, 1, 0.4), a = rbinom(n, 1, 0.3), b = round(rnorm(n), 2))
  if (length(sets) %% 2 == 0) d$y[d$a == 1] <- 1
  if (length(unique(d$y)) < 2 || length(unique(d$a)) < 2) next
  fit <- suppressWarnings(glm(y ~ a + b, binomial, d, method = "brglmFit", type = "AS_mean", control = list(epsilon = 1e-13, maxit = 5000)))
  if (!isTRUE(fit$converged)) next
  sets[[length(sets) + 1]] <- list(data = as.list(d), coef = unname(coef(fit)), se = unname(sqrt(diag(vcov(fit)))))
}
write_json(list(made = paste("R", getRversion(), "brglm2", packageVersion("brglm2")), seed = seed, sets = sets), "firth.json")
