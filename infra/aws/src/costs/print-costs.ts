/** `npm run costs --workspace infra/aws`: what each size costs a month, as it stands in docs/aws-stack.md. */
import { costTable } from "./cost-table.ts";

console.log(costTable());
