* Encoding: UTF-8.
* Makes first-table.csv again from data/counts.csv, and compares the two.
* Refait first-table.csv à partir de data/counts.csv, et compare les deux.
*
*   SPSS: CD to the folder of the package, then run this file.
*   PSPP: pspp scripts/first_table.sps
*
* Lists the table, then the lines that differ from the one that came with the package. Where there
* are any, the last command fails on purpose: PSPP's exit status is then not 0.

SET DECIMAL=DOT.
GET DATA /TYPE=TXT /FILE='data/counts.csv' /ENCODING='UTF-8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2
  /VARIABLES=release A200
    territory_kind A200
    territory A200
    by_column A200
    group A200
    group_name A200
    department A200
    type A200
    sector A200
    priority A200
    setting A200
    year_group A200
    competence A200
    level F12.0
    pupils F12.0
    status A200
    estimated_share F16.6
    estimated_share_se F16.6
    enrolled F12.0
    mean F16.6
    mean_se F16.6
    mean_measurement_se F16.6
    sd F16.6
    growth_pupils F12.0
    growth_mean F16.6
    growth_mean_se F16.6.

* The first competence, over all year groups.
COMPUTE made_line = $CASENUM.
COMPUTE whole = 1.
STRING first_code (A200).
IF (made_line = 1) first_code = competence.
AGGREGATE /OUTFILE=* MODE=ADDVARIABLES /BREAK=whole /chosen_code = MAX(first_code).
SELECT IF (competence = chosen_code AND year_group = '').

* The total of each group stands where there is no level.
IF (MISSING(level)) own_total = pupils.
AGGREGATE /OUTFILE=* MODE=ADDVARIABLES /BREAK=group /total = MAX(own_total).
SELECT IF (NOT MISSING(level)).
SORT CASES BY made_line.

* In whole percents, half of one rounded up, and clipped near nothing and near everything.
STRING share (A8).
DO IF (MISSING(pupils) OR MISSING(total)).
  COMPUTE share = ''.
ELSE IF (total = 0).
  COMPUTE share = ''.
ELSE IF (20 * pupils < total).
  COMPUTE share = 'under-5'.
ELSE IF (20 * pupils > 19 * total).
  COMPUTE share = 'over-95'.
ELSE.
  COMPUTE share = LTRIM(STRING(TRUNC((200 * pupils + total) / (2 * total)), F3.0)).
END IF.
EXECUTE.
LIST VARIABLES=group group_name level pupils share status.
COMPUTE line = $CASENUM.
SAVE OUTFILE='first-table-made.sav' /KEEP=line group group_name level pupils share status.

GET DATA /TYPE=TXT /FILE='first-table.csv' /ENCODING='UTF-8' /ARRANGEMENT=DELIMITED
  /DELIMITERS=',' /QUALIFIER='"' /FIRSTCASE=2
  /VARIABLES=kept_group A80 kept_name A200 kept_level F8.0 kept_pupils F12.0
    kept_share A8 kept_status A12.
COMPUTE line = $CASENUM.
MATCH FILES /FILE='first-table-made.sav' /IN=is_made /FILE=* /IN=is_kept /BY line.
NUMERIC differs (F1.0).
COMPUTE differs = NOT (is_made AND is_kept AND group = kept_group AND group_name = kept_name
  AND level = kept_level AND share = kept_share AND status = kept_status
  AND SUM(pupils, -1) = SUM(kept_pupils, -1) AND MISSING(pupils) = MISSING(kept_pupils)).
EXECUTE.
TEMPORARY.
SELECT IF differs.
LIST VARIABLES=line group level pupils kept_pupils share kept_share.

* Nothing is listed and nothing fails where the tables are the same.
MATRIX.
GET lines /VARIABLES=differs.
DO IF (CSUM(lines) > 0).
  PRINT /TITLE='The tables differ. / Les tableaux different.'.
  COMPUTE fails = {1, 2} * {1, 2}.
ELSE.
  PRINT /TITLE='The same as first-table.csv. / Identique a first-table.csv.'.
END IF.
END MATRIX.
