/** What a writer begins a order with: the kind's own fields, which pass every check as they are. */
export const example = { elements: ['En premier', 'Ensuite', 'En dernier'] };
