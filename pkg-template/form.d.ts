// Importing this is enough: `operation.form` is there then.
export {};
