# Writes expected.json: data of three small studies and what R finds in them by the methods of the designs.
# Run in this folder: Rscript reference.R
suppressPackageStartupMessages({ library(survival); library(sandwich); library(metafor) })
source("../write-json.R")
set.seed(20260117)

course <- function(hazard) {
  time <- ceiling(rexp(length(hazard), hazard / 365))
  list(days = pmin(time, 365), event = as.integer(time <= 365))
}

# A trial in two strata with unequal shares allocated.
n <- 420
stratum <- ifelse(runif(n) < .4, "higher", "lower")
a <- rbinom(n, 1, ifelse(stratum == "higher", .7, .45))
c1 <- course(exp(-1 + .7 * (stratum == "higher") - .5 * a))
trial <- data.frame(stratum, a, days = c1$days, event = c1$event)
line <- lm(event ~ a + stratum, trial)
se <- sqrt(vcovHC(line, "HC1")["a", "a"]); q <- qt(.975, line$df.residual)
count <- glm(event ~ a + stratum, poisson, trial, control = glm.control(1e-14, 100))
countSe <- sqrt(vcovHC(count, "HC0")["a", "a"])
haz <- summary(coxph(Surv(days, event) ~ a + strata(stratum), trial, control = coxph.control(eps = 1e-12, iter.max = 50)))
rank <- survdiff(Surv(days, event) ~ a + strata(stratum), trial)
trialFound <- list(
  difference = coef(line)[["a"]], low = coef(line)[["a"]] - q * se, high = coef(line)[["a"]] + q * se,
  p = 2 * pt(-abs(coef(line)[["a"]] / se), line$df.residual),
  ratio = exp(coef(count)[["a"]]), ratioSe = countSe,
  hazardRatio = haz$conf.int[1, 1], hazardLow = haz$conf.int[1, 3], hazardHigh = haz$conf.int[1, 4],
  logRankP = pchisq(rank$chisq, 1, lower.tail = FALSE))

# Matching: nearest on the logit, largest first, within a caliper, the same sex, a control for two at most.
m <- 360
age <- runif(m, 18, 60); sex <- ifelse(runif(m) < .3, "female", "male"); priors <- rpois(m, 2)
t <- rbinom(m, 1, plogis(-.6 + .02 * (age - 35) - .2 * (priors - 2)))
c2 <- course(exp(-1.2 - .02 * (age - 35) + .15 * priors - .3 * t))
people <- data.frame(age, sex, priors, t, days = c2$days, event = c2$event)
model <- glm(t ~ age + (sex == "female") + priors, binomial, people, control = glm.control(1e-14, 100))
logit <- predict(model, type = "link"); width <- .2 * sd(logit); used <- integer(m); control <- integer(0); own <- integer(0)
for (i in which(t == 1)[order(-logit[t == 1])]) {
  may <- which(t == 0 & sex == sex[i] & used < 2 & abs(logit - logit[i]) <= width)
  if (length(may) == 0) next
  j <- may[which.min(abs(logit[may] - logit[i]))]
  used[j] <- used[j] + 1; own <- c(own, i); control <- c(control, j)
}
pairs <- rbind(people[own, ], people[control, ]); pairs$cluster <- c(control, control)
matched <- lm(event ~ t, pairs)
clusters <- length(unique(control)); mse <- sqrt(vcovCL(matched, pairs$cluster, type = "HC1")["t", "t"]); mq <- qt(.975, clusters - 1)
matchedFound <- list(
  pairs = length(own), controls = clusters, difference = coef(matched)[["t"]],
  low = coef(matched)[["t"]] - mq * mse, high = coef(matched)[["t"]] + mq * mse)

# Forces: three with a scheme, two without, everybody without against each of the three.
k <- 900
force <- sample(c("one", "two", "three", "fen", "moor"), k, TRUE)
age <- round(runif(k, 18, 60)); priors <- rpois(k, 2); has <- force %in% c("one", "two", "three")
effect <- c(one = -.9, two = -.1, three = .2, fen = 0, moor = 0)[force]
c3 <- course(exp(-.7 - .02 * (age - 35) + .1 * priors + effect))
forces <- data.frame(force, age, priors, has = as.integer(has), days = c3$days, event = c3$event)
each <- lapply(c("one", "two", "three"), function(f) {
  rows <- forces[forces$force == f | forces$has == 0, ]
  fit <- coxph(Surv(days, event) ~ has + age + priors, rows, control = coxph.control(eps = 1e-12, iter.max = 50))
  early <- lm(as.integer(event == 1 & days <= 30) ~ has + age + priors, rows)
  c(coef(fit)[["has"]], sqrt(vcov(fit)["has", "has"]), coef(early)[["has"]], sqrt(vcovHC(early, "HC1")["has", "has"]))
})
each <- do.call(rbind, each)
pool <- function(y, s, ...) rma(y, sei = s, control = list(threshold = 1e-13, maxiter = 10000), ...)
reml <- pool(each[, 1], each[, 2], method = "REML"); dl <- pool(each[, 1], each[, 2], method = "DL")
hk <- pool(each[, 1], each[, 2], method = "REML", test = "knha"); around <- predict(reml)
early <- pool(each[, 3], each[, 4], method = "REML")
forcesFound <- list(
  hazardRatios = exp(each[, 1]), pooled = exp(reml$b[1]), low = exp(reml$ci.lb), high = exp(reml$ci.ub), p = reml$pval,
  predictionLow = exp(around$pi.lb), predictionHigh = exp(around$pi.ub), iSquared = reml$I2,
  dl = exp(dl$b[1]), hkLow = exp(hk$ci.lb), hkHigh = exp(hk$ci.ub), early = early$b[1])

# Every force one observation: a term for each force, then forces with a scheme against those without by meta-regression.
level <- function(theta, V, D) {
  k <- length(theta); X <- cbind(1, D)
  at <- function(t2) {
    W <- solve(V + diag(t2, k)); A <- solve(t(X) %*% W %*% X); b <- A %*% t(X) %*% W %*% theta; r <- theta - X %*% b
    list(b = b[2], se = sqrt(A[2, 2]), q = as.numeric(t(r) %*% W %*% r), ll = -0.5 * (determinant(V + diag(t2, k))$modulus + determinant(t(X) %*% W %*% X)$modulus + t(r) %*% W %*% r))
  }
  t2 <- optimize(function(t2) as.numeric(at(t2)$ll), c(0, 1), maximum = TRUE, tol = 1e-12)$maximum
  if (at(0)$ll >= at(t2)$ll) t2 <- 0
  m <- at(t2); scale <- m$q / (k - 2); se <- m$se * sqrt(max(1, scale)); reach <- qt(.975, k - 2)
  list(b = m$b, low = m$b - reach * se, high = m$b + reach * se, p = 2 * pt(-abs(m$b / se), k - 2), knappLow = m$b - reach * m$se * sqrt(scale), knappHigh = m$b + reach * m$se * sqrt(scale), t2 = t2)
}
names <- sort(unique(forces$force)); D <- as.integer(names %in% c("one", "two", "three"))
padded <- function(V) { whole <- matrix(mean(diag(V)), length(names), length(names)); whole[-1, -1] <- whole[-1, -1] + V; whole }
every <- coxph(Surv(days, event) ~ factor(force) + age + priors, forces, control = coxph.control(eps = 1e-12, iter.max = 50))
terms <- seq_len(length(names) - 1)
hazard <- level(c(0, coef(every)[terms]), padded(vcov(every)[terms, terms]), D)
month <- lm(as.integer(event == 1 & days <= 30) ~ factor(force) + age + priors, forces)
risk <- level(c(0, coef(month)[terms + 1]), padded(vcovHC(month, "HC1")[terms + 1, terms + 1]), D)
forcesFound$every <- list(pooled = exp(hazard$b), low = exp(hazard$low), high = exp(hazard$high), p = hazard$p,
  knappLow = exp(hazard$knappLow), knappHigh = exp(hazard$knappHigh), early = risk$b, earlyLow = risk$low, earlyHigh = risk$high)

write_json(list(
  trial = list(rows = as.list(trial), found = trialFound),
  matched = list(rows = as.list(people), found = matchedFound),
  forces = list(rows = as.list(forces), found = forcesFound)), "expected.json")
