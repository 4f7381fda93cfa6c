// The entry with what forms are made of. Importing it is enough: `operation.form` is there then.
import { forms } from "./forms.js";
import { provideForms } from "./known-forms.js";

provideForms(forms);
