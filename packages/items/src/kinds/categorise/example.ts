/** What a writer begins a sorting with: the kind's own fields, which pass every check as they are. */
export const example = {
  categories: [
    { name: 'À garder pour soi', elements: ['Un mot de passe', 'Une adresse'] },
    { name: 'On peut le dire', elements: ['Une couleur préférée', 'Un livre aimé'] },
  ],
};
