# Rscript exact-tests.R   (base R only)
# Small random counts, most of them with skewed shares and empty cells, where the far tail of an exact test matters.
source("../write-json.R")
options(digits = 17)
seed <- 20261128
set.seed(seed)
n <- 400

rates <- data.frame(eventsA = rpois(n, 4), timeA = round(runif(n, 5, 200)), eventsB = rpois(n, 5), timeB = round(runif(n, 5, 200)))
rates <- rates[rates$eventsA + rates$eventsB > 0, ]
rates <- rbind(data.frame(eventsA = 6, timeA = 100, eventsB = 3, timeB = 200), rates)
rate <- lapply(seq_len(nrow(rates)), function(i) with(rates[i, ], {
  r <- poisson.test(c(eventsA, eventsB), c(timeA, timeB))
  k <- eventsA + eventsB; share <- timeA / (timeA + timeB)
  tails <- min(1, 2 * min(pbinom(eventsA, k, share), pbinom(eventsA - 1, k, share, lower.tail = FALSE)))
  c(r$conf.int, r$p.value, tails)
}))

pairs <- data.frame(b = rpois(n, 3), c = rpois(n, 6))
pairs <- rbind(data.frame(b = c(9, 0, 1, 0), c = c(0, 9, 0, 1)), pairs[pairs$b + pairs$c > 0, ])
mcnemar <- sapply(seq_len(nrow(pairs)), function(i) with(pairs[i, ], binom.test(b, b + c)$p.value))

tables <- data.frame(eventsA = 0, nA = sample(1:25, n, TRUE), eventsB = 0, nB = sample(1:25, n, TRUE))
tables$eventsA <- rbinom(n, tables$nA, rbeta(n, 0.5, 1)); tables$eventsB <- rbinom(n, tables$nB, rbeta(n, 0.5, 1))
fisher <- sapply(seq_len(n), function(i) with(tables[i, ], fisher.test(rbind(c(eventsA, nA - eventsA), c(eventsB, nB - eventsB)))$p.value))

write_json(list(made = paste("R", getRversion()), seed = seed, rates = rates, rate = rate, pairs = pairs, mcnemar = mcnemar, tables = tables, fisher = fisher), "exact-tests.json")
