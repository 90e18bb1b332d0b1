/** The program and its version, as packages name what made them. */
export const program = 'Custodia 0.1.0';
