// What libraries have no word for.

/** How many members an object has. */
export const keys = (value) => Object.keys(value).length;
