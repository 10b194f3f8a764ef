# Rscript windows.R   (sandwich, survival)
# Random small trials with index days around the 29th of February: who reoffended in the plan's months, by R's own calendar;
# proof that came late or never; strata of one person; people with several index events, counted once.
suppressPackageStartupMessages({ library(sandwich); library(survival) })
source("../write-json.R")
seed <- 29022024
set.seed(seed)
# The same day so many months on, or the last of that month where it has no such day.
months_on <- function(day, months) {
  at <- as.POSIXlt(day); first <- as.Date(sprintf("%d-%02d-01", at$year + 1900 + (at$mon + months) %/% 12, (at$mon + months) %% 12 + 1))
  last <- seq(first, by = "1 month", length.out = 2)[2] - 1
  min(first + at$mday - 1, last)
}
# What rounding alone leaves of nothing is nothing.
none <- function(x) ifelse(abs(x) < 1e-12, 0, x)
term <- function(fit, V, df) { b <- coef(fit)[["arm"]]; s <- sqrt(V["arm", "arm"]); c(b, b - qt(.975, df) * s, b + qt(.975, df) * s, 2 * pt(-abs(b / s), df)) }
sets <- list()
while (length(sets) < 36) {
  kind <- c("strata", "repeated", "plain")[length(sets) %% 3 + 1]; months <- sample(c(6, 12, 18), 1); people <- sample(30:60, 1)
  events <- if (kind == "repeated") sample(1:3, people, TRUE) else rep(1, people)
  person <- rep(seq_len(people), events); n <- length(person); arm <- rep(rbinom(people, 1, .5), events)
  indexed <- as.Date("2023-02-20") + sample(0:20, n, TRUE) + sample(c(0, 365, 366), n, TRUE)
  # Some offend on the last day of the window, the day after it, or on the index day itself.
  end <- do.call(c, lapply(indexed, months_on, months)); proof_end <- do.call(c, lapply(indexed, months_on, months + 6))
  has <- runif(n) < .55
  committed <- indexed + sample(0:700, n, TRUE); odd <- runif(n); committed[odd < .15] <- end[odd < .15]; committed[odd > .9] <- end[odd > .9] + 1
  committed[odd > .85 & odd <= .88] <- indexed[odd > .85 & odd <= .88]
  proven <- committed + sample(0:400, n, TRUE); proven[odd > .4 & odd < .5] <- proof_end[odd > .4 & odd < .5]; never <- runif(n) < .15
  inside <- has & committed > indexed & committed <= end
  y <- as.integer(inside & !never & proven <= proof_end); any <- as.integer(inside)
  stratum <- if (kind == "strata") sample(1:5, n, TRUE) else rep(1, n)
  if (kind == "strata") stratum[sample(n, 2)] <- 8:9
  if (min(sum(arm), sum(1 - arm)) < 14 || length(unique(y)) < 2) next
  size <- table(stratum)[as.character(stratum)]; kept <- size > 1
  d <- data.frame(y = y, any = any, arm = arm, person = person, f = factor(stratum))[kept, ]
  if (any(table(d$arm[!duplicated(d$person)]) < 12)) next
  found <- if (kind == "plain") NULL else sapply(c("y", "any"), function(o) {
    if (length(unique(d[[o]])) < 2) return(rep(NA, 4))
    if (kind == "strata") { fit <- lm(d[[o]] ~ arm + f, d); term(fit, vcovHC(fit, "HC3"), df.residual(fit)) }
    else { fit <- lm(d[[o]] ~ arm, d); term(fit, vcovCL(fit, d$person, type = "HC1"), length(unique(d$person)) - 1) }
  })
  if (any(is.na(found))) next
  days <- ifelse(y == 1, as.integer(committed - indexed), round(months * 365.25 / 12)); to <- round(months * 365.25 / 12)
  ends <- sapply(1:0, function(a) 1 - summary(survfit(Surv(pmin(days, to), y) ~ 1, subset = arm == a), times = to, extend = TRUE)$surv)
  sets[[length(sets) + 1]] <- list(kind = kind, months = months, person = person, arm = arm, indexed = format(indexed), stratum = stratum,
    has = as.integer(has), committed = format(committed), proven = ifelse(never, "", format(proven)),
    people = I(sapply(1:0, function(a) length(unique(person[arm == a])))), withEvent = I(sapply(1:0, function(a) length(unique(person[arm == a & y == 1])))),
    withAny = I(sapply(1:0, function(a) length(unique(person[arm == a & any == 1])))), share = I(sapply(1:0, function(a) mean(y[arm == a]))), ends = I(ends),
    alone = sum(!kept), difference = if (is.null(found)) NULL else I(none(found[, "y"])), counted = if (is.null(found)) NULL else I(none(found[, "any"])))
}
write_json(list(made = paste("R", getRversion(), "sandwich", packageVersion("sandwich")), seed = seed, sets = sets), "windows.json")
