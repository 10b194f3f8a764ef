# Rscript firth-poisson.R   (brglm2)
# Small random sets of counts in which a group often has no event; Firth's penalised fit by brglm2, with time at risk.
suppressPackageStartupMessages(library(brglm2))
source("../write-json.R")
seed <- 1994
set.seed(seed)
sets <- list()
while (length(sets) < 40) {
  n <- sample(10:40, 1)
  d <- data.frame(y = rpois(n, 0.8), a = rbinom(n, 1, 0.3), b = round(rnorm(n), 2), t = round(runif(n, .5, 3), 2))
  if (length(sets) %% 2 == 0) d$y[d$a == 1] <- 0
  if (sum(d$y) == 0 || length(unique(d$a)) < 2) next
  fit <- suppressWarnings(glm(y ~ a + b + offset(log(t)), poisson, d, method = "brglmFit", type = "AS_mean", control = list(epsilon = 1e-13, maxit = 5000)))
  if (!isTRUE(fit$converged)) next
  sets[[length(sets) + 1]] <- list(data = as.list(d), coef = unname(coef(fit)), se = unname(sqrt(diag(vcov(fit)))))
}
write_json(list(made = paste("R", getRversion(), "brglm2", packageVersion("brglm2")), seed = seed, sets = sets), "firth-poisson.json")
