// The package's default entry.
import { replicateKey } from "xregion";

export const compile = () => (value) => (replicateKey.validate(value).ok ? null : []);
