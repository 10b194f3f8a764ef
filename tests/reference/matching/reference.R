# Writes expected.json: nearest-neighbour matching by MatchIt 4.5.1. Run in this folder: Rscript reference.R
#
# That version has two faults in its fast path, for scores given as a vector. It drops the decimals of differences (C's
# abs of whole numbers), so that on probabilities no caliper holds and the next lower score is taken instead of the
# nearest; and from the second control on it compares row numbers that are one apart, so that wrong rows are passed over.
# It is right on scores that are whole numbers with one control each, and by its slow path, a matrix of distances, where
# no two distances are equal. Those are what is asked of it here. Ties with several controls are held by `by_the_rule`.
suppressPackageStartupMessages({ library(MatchIt); library(jsonlite) })
set.seed(7)
zero_based <- function(x) ifelse(is.na(x), -1, x - 1)
answer <- function(pairs, weights) list(controlRows = zero_based(as.integer(t(pairs))), weights = as.numeric(weights))

by_vector <- function(treated, scores, data = data.frame(row.names = seq_along(treated)), ...) {
  data$treated <- treated
  m <- suppressWarnings(matchit(treated ~ 1, data, distance = as.numeric(scores), std.caliper = FALSE, ...))
  answer(matrix(match(m$match.matrix, rownames(data)), nrow = sum(treated)), m$weights)
}

# The treated of largest score choose first: rows are put in that order, for the matrix path takes them as they come.
by_matrix <- function(treated, scores, strata = rep(1, length(treated)), ...) {
  ones <- which(treated == 1); zeros <- which(treated == 0)
  o <- c(ones[order(-scores[ones])], zeros)
  distance <- abs(outer(scores[o[seq_along(ones)]], scores[zeros], "-"))
  data <- data.frame(treated = treated[o], strata = strata[o])
  m <- suppressWarnings(matchit(
    treated ~ 1, data, distance = distance, m.order = "data", std.caliper = FALSE, exact = ~strata, ...
  ))
  pairs <- matrix(o[as.integer(m$match.matrix)], nrow = length(ones))
  answer(pairs[order(o[seq_along(ones)]), , drop = FALSE], m$weights[order(o)])
}

by_the_rule <- function(treated, scores, strata = rep(1, length(treated)), ratio = 1, reuse.max = 1, caliper = Inf) {
  ones <- which(treated == 1); zeros <- which(treated == 0)
  used <- rep(0, length(scores)); pairs <- matrix(NA, length(ones), ratio)
  for (round in seq_len(ratio)) for (turn in order(scores[ones], decreasing = TRUE)) {
    i <- ones[turn]
    open <- used[zeros] < reuse.max & abs(scores[zeros] - scores[i]) <= caliper & strata[zeros] == strata[i]
    candidates <- zeros[open & !(zeros %in% pairs[turn, ])]
    if (!length(candidates)) next
    before <- scores[candidates] < scores[i] | (scores[candidates] == scores[i] & candidates < i)
    apart <- abs(scores[candidates] - scores[i])
    best <- candidates[order(apart, !before, ifelse(before, -candidates, candidates))[1]]
    pairs[turn, round] <- best
    used[best] <- used[best] + 1
  }
  answer(pairs, get_weights(pairs, treated))
}
get_weights <- function(pairs, treated) {
  weights <- rep(0, length(treated)); ones <- which(treated == 1)
  for (turn in seq_along(ones)) {
    own <- na.omit(pairs[turn, ])
    if (!length(own)) next
    weights[ones[turn]] <- 1
    weights[own] <- weights[own] + 1 / length(own)
  }
  zeros <- treated == 0
  weights[zeros] <- weights[zeros] * sum(weights[zeros] > 0) / sum(weights[zeros])
  weights
}

n <- 150
treated <- rep(0, n); treated[sample(n, 40)] <- 1
strata <- sample(1:3, n, replace = TRUE, prob = c(.6, .3, .1))
data <- data.frame(strata = strata)
# Scores with many ties, forty treated of a hundred and fifty, three strata of unequal size.
tied <- round(100 * plogis(rnorm(n) + 0.7 * treated))
# No two differences alike.
untied <- round(1e8 * plogis(rnorm(n) + 0.7 * treated))
stopifnot(identical(by_vector(treated, tied), by_the_rule(treated, tied)))
expected <- list(
  treated = treated, strata = strata,
  tied = list(
    scores = tied,
    plain = by_vector(treated, tied),
    smallest = by_vector(treated, tied, m.order = "smallest"),
    asGiven = by_vector(treated, tied, m.order = "data"),
    caliper = by_vector(treated, tied, caliper = 3),
    reuse = by_vector(treated, tied, reuse.max = 2, caliper = 5),
    replacement = by_vector(treated, tied, replace = TRUE),
    exact = by_vector(treated, tied, data, exact = ~strata, caliper = 6),
    ratio = by_the_rule(treated, tied, ratio = 3),
    exactRatio = by_the_rule(treated, tied, strata, ratio = 2, reuse.max = 3, caliper = 4)
  ),
  untied = list(
    scores = untied,
    plain = by_matrix(treated, untied),
    caliper = by_matrix(treated, untied, caliper = 2e6),
    ratio = by_matrix(treated, untied, ratio = 3),
    replacement = by_matrix(treated, untied, replace = TRUE, ratio = 2),
    exactRatio = by_matrix(treated, untied, strata, ratio = 2, reuse.max = 3, caliper = 4e6)
  )
)

# The LaLonde data as MatchIt ships them, on the probability and on its logit; whole millionths of each.
data("lalonde", package = "MatchIt")
formula <- treat ~ age + educ + race + married + nodegree + re74 + re75
fit <- glm(formula, binomial, lalonde, control = glm.control(1e-14, 100))
probability <- fitted(fit); logit <- predict(fit)
whole <- function(x) round(1e6 * x)
of_lalonde <- function(score, ...) by_vector(lalonde$treat, whole(score), lalonde, ...)$controlRows
expected$lalonde <- list(
  plain = of_lalonde(probability),
  caliper = of_lalonde(probability, caliper = 1e6 * 0.2 * sd(probability)),
  caliperOnLogit = of_lalonde(logit, caliper = 1e6 * 0.2 * sd(logit)),
  exactRace = of_lalonde(probability, caliper = 1e6 * 0.2 * sd(probability), exact = ~race)
)
write_json(expected, "expected.json", digits = I(17), auto_unbox = TRUE)
