# Writes R values as JSON with as many digits as the double has, so that the tests compare doubles and not roundings.
# Infinities and NA become null; vectors become arrays; `I(list(...))` and unnamed lists become arrays of values.
as_json <- function(x) {
  if (is.null(x)) return("null")
  if (is.data.frame(x)) return(as_json(as.list(x)))
  if (is.list(x)) {
    parts <- vapply(x, as_json, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    keys <- vapply(names(x), function(key) as_json(as.character(key)), "")
    return(paste0("{", paste0("\n", keys, ":", parts, collapse = ","), "}"))
  }
  if (is.factor(x)) x <- as.character(x)
  if (is.character(x)) values <- paste0('"', gsub('(["\\\\])', "\\\\\\1", x), '"')
  else if (is.logical(x)) values <- ifelse(is.na(x), "null", ifelse(x, "true", "false"))
  else {
    short <- sprintf("%.15g", x)
    exact <- ifelse(is.finite(x) & suppressWarnings(as.numeric(short)) == x, short, sprintf("%.17g", x))
    values <- ifelse(is.finite(x), sub("e\\+0*", "e", exact), "null")
  }
  if (!is.null(names(x))) {
    keys <- paste0('"', names(x), '"')
    return(paste0("{", paste0(keys, ":", values, collapse = ","), "}"))
  }
  if (length(x) == 1 && !inherits(x, "AsIs")) values else paste0("[", paste(values, collapse = ","), "]")
}

write_json <- function(x, file) cat(as_json(x), "\n", sep = "", file = file)
