const UAI = /^\d{7}[A-Z]$/;

/** Whether a text is a school's UAI in its one form, seven digits and a capital letter. */
export const isUai = (text: string): boolean => UAI.test(text);
