# Rscript proportions.R   (base R only)
source("../write-json.R")
options(digits = 17)

# Arms: unequal sizes, empty cells, full cells, large.
arms <- data.frame(
  eventsA = c(114, 5, 0, 3, 10, 12, 56, 7, 1, 36, 0, 2500, 66, 1),
  nA      = c(432, 9, 8, 40, 10, 12, 70, 1000, 50, 40, 25, 10000, 216, 2),
  eventsB = c(80, 20, 4, 0, 3, 9, 48, 9, 1, 16, 31, 2600, 48, 60),
  nB      = c(500, 20, 400, 17, 30, 12, 80, 400, 3, 80, 60, 9000, 216, 61))

per_arm <- function(f) lapply(seq_len(nrow(arms)), function(i) with(arms[i, ], f(eventsA, nA, eventsB, nB)))
wilson <- function(x, n) suppressWarnings(as.numeric(prop.test(x, n, correct = FALSE)$conf.int))
exact <- function(x, n, level = 0.95) as.numeric(binom.test(x, n, conf.level = level)$conf.int)

newcombe <- function(x1, n1, x2, n2) {
  w1 <- wilson(x1, n1); w2 <- wilson(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2
  c(p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
}

# Koopman's score interval, from the maximised likelihood under a given ratio, found without the closed form.
koopman <- function(x1, n1, x2, n2, z = qnorm(0.975)) {
  statistic <- function(phi) {
    score <- function(p2) { p1 <- phi * p2; (x1 - n1 * p1) / (1 - p1) + (x2 - n2 * p2) / (1 - p2) }
    top <- min(1, 1 / phi)
    p2 <- uniroot(score, c(0, top * (1 - 1e-13)), tol = 1e-300)$root
    p1 <- phi * p2
    (x1 - n1 * p1)^2 / (n1 * p1 * (1 - p1)) + (x2 - n2 * p2)^2 / (n2 * p2 * (1 - p2))
  }
  centre <- log((x1 / n1) / (x2 / n2))
  g <- function(u) statistic(exp(u)) - z^2
  c(exp(uniroot(g, c(centre - 12, centre - 1e-9), tol = 1e-300)$root), exp(uniroot(g, c(centre + 1e-9, centre + 12), tol = 1e-300)$root))
}

# Fisher's interval and conditional estimate with tight roots (fisher.test's own are found to 1e-4).
conditional <- function(x1, n1, x2, n2, level = 0.95) {
  m <- x1 + x2; support <- max(0, m - n2):min(n1, m)
  logdc <- dhyper(support, n1, n2, m, log = TRUE)
  d <- function(u) { d <- logdc + u * support; d <- exp(d - max(d)); d / sum(d) }
  root <- function(g) exp(uniroot(g, c(-40, 40), tol = 1e-300)$root)
  a <- (1 - level) / 2
  c(if (x1 == min(support)) 0 else if (x1 == max(support)) Inf else root(function(u) sum(support * d(u)) - x1),
    if (x1 == min(support)) 0 else root(function(u) sum(d(u)[support >= x1]) - a),
    if (x1 == max(support)) Inf else root(function(u) sum(d(u)[support <= x1]) - a))
}
filled <- function(x1, n1, x2, n2) x1 > 0 && x2 > 0 && x1 < n1 && x2 < n2

rates <- data.frame(eventsA = c(12, 0, 5, 40, 7, 130), timeA = c(100.5, 30, 7, 200, 900, 1e4),
                    eventsB = c(20, 3, 0, 31, 2, 150), timeB = c(90, 60, 70, 400, 80, 1.5e4))
tables <- list(list(c(12, 5, 7), c(3, 9, 14)), list(c(30, 10), c(20, 25)), list(c(1, 0, 4), c(3, 5, 0), c(2, 2, 8)), list(c(3, 4), c(5, 6)))
pairs <- data.frame(b = c(10, 25, 0, 101, 4), c = c(3, 25, 6, 60, 5))
ps <- c(0.001, 0.04, 0.04, 0.03, 0.5, 0.012, 1, 0, 0.2)
sizes <- data.frame(p1 = c(0.21, 0.5, 0.05), p2 = c(0.18, 0.35, 0.09), n = c(1000, 120, 700))

write_json(list(
  made = paste("R", getRversion()),
  arms = arms,
  wilson = per_arm(function(x1, n1, x2, n2) wilson(x1, n1)),
  clopperPearson = per_arm(function(x1, n1, x2, n2) exact(x1, n1)),
  clopperPearson90 = per_arm(function(x1, n1, x2, n2) exact(x2, n2, 0.9)),
  newcombe = per_arm(newcombe),
  waldDifference = per_arm(function(x1, n1, x2, n2) suppressWarnings(as.numeric(prop.test(c(x1, x2), c(n1, n2), correct = FALSE)$conf.int))),
  koopman = per_arm(function(x1, n1, x2, n2) if (filled(x1, n1, x2, n2)) koopman(x1, n1, x2, n2)),
  katz = per_arm(function(x1, n1, x2, n2) if (x1 > 0 && x2 > 0) exp(log(x1 / n1) - log(x2 / n2) + c(-1, 1) * qnorm(0.975) * sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2))),
  woolf = per_arm(function(x1, n1, x2, n2) if (filled(x1, n1, x2, n2)) {
    fit <- glm(cbind(c(x1, x2), c(n1 - x1, n2 - x2)) ~ c(1, 0), family = binomial, control = list(epsilon = 1e-15, maxit = 50))
    as.numeric(exp(coef(fit)[2] + c(-1, 1) * qnorm(0.975) * sqrt(vcov(fit)[2, 2])))
  }),
  conditional = per_arm(function(x1, n1, x2, n2) conditional(x1, n1, x2, n2)),
  fisher = per_arm(function(x1, n1, x2, n2) fisher.test(rbind(c(x1, n1 - x1), c(x2, n2 - x2)))$p.value),
  tables = tables,
  chiSquared = lapply(tables, function(t) { r <- suppressWarnings(chisq.test(do.call(rbind, t), correct = FALSE)); c(r$statistic, r$parameter, r$p.value) |> unname() }),
  yates = lapply(tables, function(t) { r <- suppressWarnings(chisq.test(do.call(rbind, t))); c(round(r$statistic, 25), r$p.value) |> unname() }),
  pairs = pairs,
  mcnemar = lapply(1:nrow(pairs), function(i) mcnemar.test(rbind(c(5, pairs$b[i]), c(pairs$c[i], 8)), correct = FALSE)$p.value),
  mcnemarContinuity = lapply(1:nrow(pairs), function(i) mcnemar.test(rbind(c(5, pairs$b[i]), c(pairs$c[i], 8)))$p.value),
  mcnemarExact = lapply(1:nrow(pairs), function(i) binom.test(pairs$b[i], pairs$b[i] + pairs$c[i])$p.value),
  rates = rates,
  rateRatio = lapply(1:nrow(rates), function(i) with(rates[i, ], { r <- poisson.test(c(eventsA, eventsB), c(timeA, timeB)); c(r$conf.int, r$p.value) })),
  ps = ps, holm = p.adjust(ps, "holm"), benjaminiHochberg = p.adjust(ps, "BH"),
  sizes = sizes,
  power = lapply(1:nrow(sizes), function(i) with(sizes[i, ], power.prop.test(n = n, p1 = p1, p2 = p2)$power)),
  size = lapply(1:nrow(sizes), function(i) with(sizes[i, ], power.prop.test(power = 0.8, p1 = p1, p2 = p2, tol = 1e-12)$n)),
  logRankEvents = lapply(c(0.75, 1.5, 0.6), function(hr) (qnorm(0.975) + qnorm(0.9))^2 / (0.25 * 0.75 * log(hr)^2))
), "proportions.json")
