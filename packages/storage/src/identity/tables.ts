import type { ApiKeyScope, StudyRole } from "@zpr/ports";
import type { Generated, JSONColumnType } from "kysely";

/** Tables of the identity room, as the migrations leave them. */
export interface IdentityTables {
  app_user: {
    id: Generated<number>;
    issuer: string;
    subject: string;
    email: string | null;
    name: string;
    email_confirmed: Generated<boolean>;
    administrator: Generated<boolean>;
    created_at: Generated<Date>;
  };
  account: {
    id: Generated<string>;
    email: string;
    name: string;
    password_hash: string;
    created_at: Generated<Date>;
  };
  study_member: { study_id: number; user_id: number; role: StudyRole };
  study_invitation: {
    id: Generated<number>;
    study_id: number;
    email: string;
    role: StudyRole;
    token_hash: string | null;
    invited_by: string;
    created_at: Date;
    expires_at: Date;
  };
  session: {
    id_hash: string;
    user_id: number;
    id_token: string | null;
    created_at: Date;
    idle_until: Date;
    expires_at: Date;
  };
  sign_in_attempt: {
    state_hash: string;
    browser_hash: string;
    nonce: string;
    code_verifier: string;
    return_to: string;
    setup_link_hash: string | null;
    expires_at: Date;
  };
  api_key: {
    id: Generated<number>;
    name: string;
    key_hash: string;
    study_id: number | null;
    scope: ApiKeyScope;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  setup_link: { token_hash: string; expires_at: Date; used_at: Date | null };
  oidc_artifact: {
    kind: string;
    id: string;
    payload: JSONColumnType<Record<string, unknown>>;
    grant_id: string | null;
    user_code: string | null;
    uid: string | null;
    consumed_at: Date | null;
    expires_at: Date | null;
  };
  provider_secret: { name: string; value: JSONColumnType<object>; created_at: Generated<Date> };
}
