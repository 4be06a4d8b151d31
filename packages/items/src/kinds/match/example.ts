/** What a writer begins a match with: the kind's own fields, which pass every check as they are. */
export const example = {
  pairs: [
    { left: 'À gauche', right: 'À droite' },
    { left: 'Une autre à gauche', right: 'Une autre à droite' },
    { left: 'Une troisième à gauche', right: 'Une troisième à droite' },
  ],
};
