/** What a writer begins a text with gaps with: the kind's own fields, which pass every check. */
export const example = {
  text: 'Une adresse de site commence par ___ et montre son ___ de domaine.',
  gaps: [
    { accept: ['https', 'https://'], wrong: ['www'] },
    { accept: ['nom'], wrong: ['prénom'] },
  ],
};
