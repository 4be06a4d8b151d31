/** A member of staff of the demo, as whoever signs in reads it. */
export interface DemoMember {
  name: string;
  email: string;
  password: string;
}

const teacherNames = ['Dominique Laurier', 'Alix Cerisier', 'Noa Peuplier'] as const;

/**
 * One teacher a school, who teaches all of its classes; the first one's administrator; the
 * inspectors of the département and of its académie.
 */
export async function drawStaff(
  roster: {
    schools: readonly { id: string }[];
    classes: readonly { id: string; schoolId: string }[];
    department: string;
    academy: string;
  },
  parts: {
    newId: () => string;
    newPassword: () => string;
    hashPassword: (password: string) => Promise<string>;
  },
) {
  const member = (name: string, email: string): DemoMember => ({
    name,
    email,
    password: parts.newPassword(),
  });
  const row = async <Place extends object>(
    { name, email, password }: DemoMember,
    place: Place,
  ) => ({
    id: parts.newId(),
    ...place,
    name,
    email,
    passwordHash: await parts.hashPassword(password),
  });

  const teachers = roster.schools.map(({ id }, index) => ({
    schoolId: id,
    member: member(
      teacherNames[index] ?? `Prof ${index + 1}`,
      `prof${index === 0 ? '' : index + 1}@tilleuls.example`,
    ),
  }));
  const [first] = teachers;
  if (!first) throw new Error('The demo has no school.');
  const administrator = member('Claude Bouleau', 'direction@tilleuls.example');
  const inspector = member('Camille Olivier', 'inspection@territoire.example');
  const academyInspector = member('Maxime Tremble', 'inspection@academie.example');
  const teacherRows = await Promise.all(
    teachers.map(({ schoolId, member }) => row(member, { role: 'teacher' as const, schoolId })),
  );
  const administratorRow = await row(administrator, {
    role: 'administrator' as const,
    schoolId: first.schoolId,
  });
  const inspectorOf = (territoryKind: 'department' | 'academy', territoryCode: string) => ({
    ...{ role: 'inspector' as const, schoolId: null, territoryKind, territoryCode },
  });
  const inspectorRows = await Promise.all([
    row(inspector, inspectorOf('department', roster.department)),
    row(academyInspector, inspectorOf('academy', roster.academy)),
  ]);
  return {
    teacher: first.member,
    administrator,
    inspector,
    academyInspector,
    staff: [...teacherRows, administratorRow, ...inspectorRows],
    teaching: teacherRows.flatMap(({ id: staffId, schoolId }) =>
      roster.classes
        .filter((one) => one.schoolId === schoolId)
        .map(({ id: classId }) => ({ schoolId, classId, staffId })),
    ),
  };
}
