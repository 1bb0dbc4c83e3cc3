/** What `cdk synth` and `cdk deploy` run. */
import { buildApp } from "./build-app.ts";

buildApp().app.synth();
