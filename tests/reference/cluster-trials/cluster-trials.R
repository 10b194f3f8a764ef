# Rscript cluster-trials.R   (R alone)
# Random small trials of clusters of unequal sizes: Student's t of the clusters' means, the intracluster correlation from the
# mean squares of an analysis of variance within arms; and sizes by the design effect.
source("../write-json.R")
seed <- 2017
set.seed(seed)
sets <- lapply(1:40, function(i) {
  k <- sample(4:12, 1); arm <- sample(c(0, 0, 1, 1, sample(0:1, k - 4, TRUE))); size <- sample(2:15, k, TRUE)
  cluster <- rep(seq_len(k) - 1, size); treated <- arm[cluster + 1]; u <- rnorm(k, 0, sample(c(0, .5, 1), 1))
  y <- if (i %% 2) rbinom(length(cluster), 1, plogis(u[cluster + 1] - treated)) else round(rnorm(length(cluster), u[cluster + 1] + treated), 3)
  means <- tapply(y, cluster, mean)
  if (length(unique(means)) < 3) return(NULL)
  t <- t.test(means[arm == 1], means[arm == 0], var.equal = TRUE)
  a <- anova(lm(y ~ factor(treated) + factor(cluster)))
  m <- (length(y) - sum(sapply(0:1, function(g) sum(size[arm == g]^2) / sum(size[arm == g])))) / (k - 2)
  msb <- a[2, "Mean Sq"]; msw <- a[3, "Mean Sq"]
  list(data = list(outcome = y, treated = treated, cluster = cluster), difference = unname(t$estimate[1] - t$estimate[2]), se = t$stderr, p = t$p.value,
    low = t$conf.int[1], high = t$conf.int[2], icc = (msb - msw) / (msb + (m - 1) * msw))
})
sizes <- lapply(1:30, function(i) {
  p1 <- round(runif(1, .1, .6), 2); p2 <- round(p1 * runif(1, .5, .9), 2); m <- sample(5:60, 1); cv <- round(runif(1, 0, 1), 2); icc <- round(runif(1, 0, .1), 3); k <- sample(4:40, 1)
  effect <- 1 + ((cv^2 + 1) * m - 1) * icc
  people <- power.prop.test(p1 = p1, p2 = p2, power = .8, tol = 1e-12)$n
  list(riskA = p1, riskB = p2, perCluster = m, sizeVariation = cv, icc = icc, clusters = k, effect = effect, size = ceiling(people * effect / m) + 1,
    power = power.prop.test(n = (k - 1) * m / effect, p1 = p1, p2 = p2)$power)
})
write_json(list(made = paste("R", getRversion()), seed = seed, sets = Filter(Negate(is.null), sets), sizes = sizes), "cluster-trials.json")
