/** The clock of France in Europe, and of wherever no other is known. */
const METROPOLITAN = 'Europe/Paris';

/**
 * The clocks of overseas France by département or collectivity (IANA names). The Marquesas and the
 * Gambier Islands keep the clock of Tahiti here: the code alone does not tell them apart.
 */
const overseas: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** The time zone of a département's schools, by the code of the département (IANA name). */
export const timeZoneOf = (department: string): string => overseas[department] ?? METROPOLITAN;

/** Every time zone in which there are schools. */
export const schoolTimeZones: readonly string[] = [METROPOLITAN, ...Object.values(overseas)];
