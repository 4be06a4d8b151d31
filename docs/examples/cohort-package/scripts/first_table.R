# Makes first-table.csv again from data/counts.csv, and compares the two.
# Refait first-table.csv à partir de data/counts.csv, et compare les deux.
#
#   Rscript scripts/first_table.R
#
# Needs R 3.5 or newer, and no package. Prints the table. The exit status is 0 where it is the one
# that came with the package, 1 where it is another.

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
if (length(script) == 1) setwd(dirname(dirname(normalizePath(script))))

# Every cell as a text: an empty one stays empty, and a code such as "01" keeps its zero.
read <- function(path) {
  read.csv(path, colClasses = "character", na.strings = character(0), encoding = "UTF-8",
           check.names = FALSE, strip.white = FALSE)
}

# In whole percents, half of one rounded up; clipped near nothing and near everything.
share <- function(pupils, total) {
  part <- suppressWarnings(as.numeric(pupils))
  whole <- suppressWarnings(as.numeric(total))
  told <- !is.na(part) & !is.na(whole) & whole > 0
  ifelse(!told, "",
    ifelse(20 * part < whole, "under-5",
      ifelse(20 * part > 19 * whole, "over-95",
        format((200 * part + whole) %/% (2 * whole), trim = TRUE, scientific = FALSE))))
}

counts <- read("data/counts.csv")
chosen <- counts[counts$competence == counts$competence[1] & counts$year_group == "", ]
totals <- chosen[chosen$level == "", ]
made <- chosen[chosen$level != "", ]
made$share <- share(made$pupils, totals$pupils[match(made$group, totals$group)])
made <- made[c("group", "group_name", "level", "pupils", "share", "status")]
row.names(made) <- NULL

print(made, right = FALSE)
kept <- read("first-table.csv")
if (!identical(unname(as.list(made)), unname(as.list(kept[names(made)])))) {
  message("The table differs from first-table.csv. / Le tableau diffère de first-table.csv.")
  quit(status = 1)
}
message("The same as first-table.csv. / Identique à first-table.csv.")
