# Runs CLVTools (https://github.com/bachmannpatrick/CLVTools) on a task:
# Rscript clvtools.R TASK FILE. FILE is a CSV with a head: repeats,last,age (one row a customer, in
# days). TASK is `bgnbd` or `pareto`. CLVTools wants transactions: a first order at the age, a last
# one, and the others evenly between them, each on a day of its own; their making does not count.
# Prints one line of JSON: the CPU seconds of the fit alone, the parameters, and whether it converged.
suppressPackageStartupMessages({
  library(data.table)
  library(CLVTools)
})
setDTthreads(1)

arguments <- commandArgs(trailingOnly = TRUE)
task <- arguments[1]
customers <- fread(arguments[2])
customers[, customer := .I]
end <- as.Date("2025-12-31")
orders <- customers[rep(customer, repeats + 1L)]
orders[, nth := seq_len(.N) - 1L, by = customer]
orders[, day := ifelse(repeats == 0L, 0, floor(last * nth / pmax(repeats, 1L)))]
log <- data.table(
  Id = as.character(orders$customer), Date = end - orders$age + orders$day, Price = 1
)
data <- clvdata(log, date.format = "ymd", time.unit = "week", data.end = end)

before <- proc.time()
fitted <- switch(task,
  bgnbd = bgnbd(data, verbose = FALSE),
  pareto = pnbd(data, verbose = FALSE)
)
spent <- proc.time() - before

parameters <- coef(fitted)
fields <- c(
  sprintf('"cpuSeconds": %.6f', sum(spent[c("user.self", "sys.self")])),
  sprintf('"converged": %s', if (isTRUE(fitted@optimx.estimation.output$convcode == 0)) "true" else "false"),
  sprintf('"rows": %d', nrow(fitted@cbs)),
  sprintf(
    '"parameters": {%s}',
    paste(sprintf('"%s": %.9g', names(parameters), parameters), collapse = ", ")
  )
)
cat(sprintf("{%s}\n", paste(fields, collapse = ", ")))
