export {
  type SchoolAttributes,
  schoolPriorities,
  type SchoolPriority,
  schoolSectors,
  type SchoolSector,
  schoolSettings,
  type SchoolSetting,
  schoolTypes,
  type SchoolType,
} from './attributes.ts';
export { type DensityGrid, readDensity } from './density.ts';
export { describeTableProblem, type TableProblem } from './problems.ts';
export { type Directory, type DirectorySchool, readDirectory } from './read-directory.ts';
export { UnreadableTable } from './table.ts';
