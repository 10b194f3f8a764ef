# Rscript distributions.R   (base R only)
source("../write-json.R")
x_gamma <- c(1e-10, 1e-5, 0.01, 0.3, 0.9, 1.1, 2, 5, 10, 30, 100, 300, 690)
shapes <- c(0.01, 0.1, 0.5, 1, 1.5, 3.7, 10, 50, 250, 1e3, 1e5)
g <- expand.grid(shape = shapes, x = c(x_gamma, 950, 1000, 1100, 1300, 99000, 1e5, 102000))
b <- expand.grid(a = c(0.1, 0.5, 1, 2.5, 10, 114, 2000, 5e4), b = c(0.2, 0.5, 1, 3, 25, 318, 1e4),
                 x = c(1e-8, 0.001, 0.02, 0.1, 0.26, 0.5, 0.75, 0.9, 0.99, 0.9999))
t_grid <- expand.grid(df = c(1, 1.5, 2, 3, 7.3, 19, 50, 215, 1e4, 3e5), x = c(1e-6, 0.1, 0.5, 1, 1.96, 3, 6, 12, 30, 200))
f_grid <- expand.grid(df1 = c(1, 2, 3, 7.5, 20, 100), df2 = c(1, 2, 5, 17, 60.5, 500, 1e4),
                      x = c(1e-5, 0.05, 0.5, 1, 1.5, 3, 8, 25, 120))
c_grid <- expand.grid(df = c(0.3, 1, 2, 3, 5, 12, 40, 200, 3000), x = c(1e-4, 0.1, 1, 3.84, 7, 20, 60, 200, 700, 1400))
p <- c(1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 1e-3, 0.025, 0.1, 0.3, 0.4999, 0.5)
qc <- expand.grid(df = c(0.5, 1, 2, 3.3, 9, 50, 1000), p = p)
qt_ <- expand.grid(df = c(1, 1.4, 2, 3, 8.5, 30, 300, 1e5), p = p[-(1:2)])
qb <- expand.grid(a = c(0.5, 1, 3, 114, 1000), b = c(0.5, 2, 40, 318), p = c(1e-12, p[-(1:4)]))
z <- c(-37.5, -30, -20, -12, -8, -6, -5.7, -5.6, -4, -3, -1.96, -1, -0.7, -0.67, -0.3, -0.01, -1e-8, 0, 1e-5, 0.2, 0.68, 1.5, 5, 9, 20)
lg <- c(1e-12, 1e-5, 0.1, 0.49, 0.51, 0.9, 0.999999, 1.000001, 1.2, 1.49, 1.51, 1.9, 1.9999, 2.00001, 2.4, 2.6, 5, 9.9, 14.9, 15.1, 100, 1e4, 1e8, 1e100)
lb <- expand.grid(a = c(0.01, 0.5, 3, 9, 12, 500, 1e6), b = c(0.02, 1, 8, 11, 60, 1e5, 1e9))
write_json(list(
  made = paste("R", getRversion()),
  logGamma = list(x = lg, value = lgamma(lg)),
  logBeta = list(a = lb$a, b = lb$b, value = lbeta(lb$a, lb$b)),
  gamma = list(shape = g$shape, x = g$x, lower = pgamma(g$x, g$shape), upper = pgamma(g$x, g$shape, lower.tail = FALSE),
               density = dgamma(g$x, g$shape)),
  beta = list(a = b$a, b = b$b, x = b$x, lower = pbeta(b$x, b$a, b$b), upper = pbeta(b$x, b$a, b$b, lower.tail = FALSE),
              density = dbeta(b$x, b$a, b$b)),
  t = list(df = t_grid$df, x = t_grid$x, lower = pt(-t_grid$x, t_grid$df), upper = pt(-t_grid$x, t_grid$df, lower.tail = FALSE),
           density = dt(t_grid$x, t_grid$df)),
  f = list(df1 = f_grid$df1, df2 = f_grid$df2, x = f_grid$x, lower = pf(f_grid$x, f_grid$df1, f_grid$df2),
           upper = pf(f_grid$x, f_grid$df1, f_grid$df2, lower.tail = FALSE), density = df(f_grid$x, f_grid$df1, f_grid$df2)),
  chiSquared = list(df = c_grid$df, x = c_grid$x, lower = pchisq(c_grid$x, c_grid$df),
                    upper = pchisq(c_grid$x, c_grid$df, lower.tail = FALSE)),
  normal = list(x = z, lower = pnorm(z), upper = pnorm(z, lower.tail = FALSE), density = dnorm(z)),
  normalQuantile = list(p = c(p, 0.7, 0.975, 0.999999), value = qnorm(c(p, 0.7, 0.975, 0.999999))),
  chiSquaredQuantile = list(df = qc$df, p = qc$p, lower = qchisq(qc$p, qc$df), upper = qchisq(qc$p, qc$df, lower.tail = FALSE)),
  tQuantile = list(df = qt_$df, p = qt_$p, upper = qt(qt_$p, qt_$df, lower.tail = FALSE)),
  betaQuantile = list(a = qb$a, b = qb$b, p = qb$p, lower = qbeta(qb$p, qb$a, qb$b), upper = qbeta(qb$p, qb$a, qb$b, lower.tail = FALSE)),
  fQuantile = list(df1 = qb$a, df2 = qb$b, p = qb$p, lower = qf(qb$p, qb$a, qb$b), upper = qf(qb$p, qb$a, qb$b, lower.tail = FALSE))
), "distributions.json")
