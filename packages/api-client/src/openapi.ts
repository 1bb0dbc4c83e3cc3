/** Made from the API's own OpenAPI document by `npm run api-client`. */
export interface paths {
    readonly "/api/v1/activity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    readonly studyId: number;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly bin: "hour" | "day" | "month";
                            readonly bins: readonly {
                                /** @description Fixes without a flag that keeps them out of journeys */
                                readonly fixes: number;
                                readonly sightings: number;
                                /** Format: date-time */
                                readonly start: string;
                            }[];
                            readonly from: string | null;
                            readonly to: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    /** @description true: those that are not over; false: those that are */
                    readonly open?: boolean;
                    readonly studyId?: number;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly acknowledgedAt: string | null;
                            readonly acknowledgedBy: string | null;
                            readonly endedAt: string | null;
                            /** @description What was seen and by which thresholds, see docs/watch.md */
                            readonly evidence: {
                                readonly [key: string]: unknown;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly kind: "silent" | "battery-low" | "moving-on-land";
                            readonly mailedAt: string | null;
                            /** Format: date-time */
                            readonly raisedAt: string;
                            /** Format: date-time */
                            readonly since: string;
                            readonly studyId: number;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/alarms/{id}/acknowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly acknowledgedAt: string | null;
                            readonly acknowledgedBy: string | null;
                            readonly endedAt: string | null;
                            /** @description What was seen and by which thresholds, see docs/watch.md */
                            readonly evidence: {
                                readonly [key: string]: unknown;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly kind: "silent" | "battery-low" | "moving-on-land";
                            readonly mailedAt: string | null;
                            /** Format: date-time */
                            readonly raisedAt: string;
                            /** Format: date-time */
                            readonly since: string;
                            readonly studyId: number;
                            readonly trackerId: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly studyId: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly id: number;
                            readonly lastUsedAt: string | null;
                            /** @description What the key is for */
                            readonly name: string;
                            readonly revokedAt: string | null;
                            /** @enum {string} */
                            readonly scope: "read" | "ingest" | "admin";
                            readonly studyId: number | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description What the key is for */
                        readonly name: string;
                        /** @enum {string} */
                        readonly scope: "read" | "ingest";
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly id: number;
                            readonly lastUsedAt: string | null;
                            /** @description What the key is for */
                            readonly name: string;
                            readonly revokedAt: string | null;
                            /** @enum {string} */
                            readonly scope: "read" | "ingest" | "admin";
                            /** @description The key itself: shown this once */
                            readonly secret: string;
                            readonly studyId: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/api-keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes a key; it stays in the list */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Part of a name */
                    readonly actor?: string;
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly kind?: string;
                    readonly limit: number;
                    readonly objectId?: string;
                    /** @description ISO 8601 with zone */
                    readonly since?: string;
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly until?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @enum {string} */
                            readonly action: "created" | "changed" | "removed";
                            readonly actor: {
                                readonly id: number | null;
                                /** @enum {string} */
                                readonly kind: "user" | "api-key" | "command-line";
                                readonly name: string;
                            };
                            readonly after: {
                                readonly [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            readonly at: string;
                            readonly before: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly id: number;
                            /** @description What was written to: study, item, tracker, member, ... */
                            readonly kind: string;
                            readonly objectId: string;
                            readonly objectName: string | null;
                            readonly studyId: number | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Part of a name */
                    readonly actor?: string;
                    readonly kind?: string;
                    readonly objectId?: string;
                    /** @description ISO 8601 with zone */
                    readonly since?: string;
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly until?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description A table with a row for each write, newest first, UTF-8 */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/csv": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/client-config": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly basemapStyleUrl: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/codecs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly functions: readonly ("decodeUplink" | "encodeDownlink" | "decodeDownlink")[];
                            /** @description SHA-256 of source and mapping */
                            readonly hash: string;
                            readonly id: number;
                            /** @description From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}} */
                            readonly mapping: {
                                readonly [key: string]: unknown;
                            };
                            readonly name: string;
                            readonly studyId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}} */
                        readonly mapping?: {
                            readonly [key: string]: unknown;
                        };
                        readonly name: string;
                        /** @description JavaScript with decodeUplink(input) and encodeDownlink(input) by TS013 */
                        readonly source: string;
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly functions: readonly ("decodeUplink" | "encodeDownlink" | "decodeDownlink")[];
                            /** @description SHA-256 of source and mapping */
                            readonly hash: string;
                            readonly id: number;
                            /** @description From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}} */
                            readonly mapping: {
                                readonly [key: string]: unknown;
                            };
                            readonly name: string;
                            /** @description JavaScript with decodeUplink(input) and encodeDownlink(input) by TS013 */
                            readonly source: string;
                            readonly studyId: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/codecs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly functions: readonly ("decodeUplink" | "encodeDownlink" | "decodeDownlink")[];
                            /** @description SHA-256 of source and mapping */
                            readonly hash: string;
                            readonly id: number;
                            /** @description From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}} */
                            readonly mapping: {
                                readonly [key: string]: unknown;
                            };
                            readonly name: string;
                            /** @description JavaScript with decodeUplink(input) and encodeDownlink(input) by TS013 */
                            readonly source: string;
                            readonly studyId: number;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/codecs/try": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            /** @description A codec of the study, or a source of its own */
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly codecId?: number;
                        readonly downlink?: {
                            readonly data: {
                                readonly [key: string]: unknown;
                            };
                            readonly port?: number;
                        };
                        /** @description From our names to paths in what it tells: {"batteryVolts": {"path": "power.mv", "unit": "mV"}} */
                        readonly mapping?: {
                            readonly [key: string]: unknown;
                        };
                        readonly rawMessageIds?: readonly number[];
                        /** @description JavaScript with decodeUplink(input) and encodeDownlink(input) by TS013 */
                        readonly source?: string;
                        readonly studyId: number;
                        readonly uplinks?: readonly {
                            readonly hex: string;
                            readonly port: number;
                            /**
                             * Format: date-time
                             * @description ISO 8601 with zone
                             */
                            readonly receivedAt?: string;
                        }[];
                        readonly variables?: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly data: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly fix: {
                                readonly accuracyMetres: number | null;
                                readonly altitudeMetres: number | null;
                                readonly attributes: {
                                    readonly [key: string]: unknown;
                                };
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hdop: number | null;
                                readonly headingDegrees: number | null;
                                readonly position: readonly [
                                    number,
                                    number
                                ] | null;
                                /** @enum {string} */
                                readonly quality: "valid" | "stale" | "none" | "network";
                                readonly satellites: number | null;
                                readonly speedMetresPerSecond: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            readonly hex: string | null;
                            readonly logs: readonly string[];
                            /** @description Processor time */
                            readonly milliseconds: number;
                            readonly port: number | null;
                            readonly rawMessageId: number | null;
                            readonly reason: string | null;
                            readonly warnings: readonly string[];
                        }[];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/commands": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly status?: "queued" | "sent" | "acknowledged" | "failed" | "expired" | "cancelled";
                    readonly studyId?: number;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly action: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly answer: string | null;
                            /** @description How often it was sent */
                            readonly attempts: number;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly expiresAt: string | null;
                            readonly id: number;
                            readonly maxAttempts: number;
                            readonly priority: number;
                            /** @enum {string} */
                            readonly status: "queued" | "sent" | "acknowledged" | "failed" | "expired" | "cancelled";
                            readonly studyId: number;
                            /** @description The words as the tracker gets them */
                            readonly text: string;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly action?: {
                            /** @enum {string} */
                            readonly name: "set-interval";
                            /** @description Between reports */
                            readonly seconds: number;
                        } | {
                            /** @enum {string} */
                            readonly name: "locate-now";
                        } | {
                            /** @enum {string} */
                            readonly name: "reboot";
                        } | {
                            /** @enum {string} */
                            readonly name: "read-settings";
                        };
                        readonly expiresAt?: string | null;
                        readonly maxAttempts?: number;
                        /** @description Higher goes first; 0 when absent */
                        readonly priority?: number;
                        /** @description Made by the caller: the same again queues nothing new */
                        readonly requestId?: string;
                        /** @description In the tracker's own language */
                        readonly text?: string;
                        readonly trackerIds: readonly number[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly action: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly answer: string | null;
                            /** @description How often it was sent */
                            readonly attempts: number;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly expiresAt: string | null;
                            readonly id: number;
                            readonly maxAttempts: number;
                            readonly priority: number;
                            /** @enum {string} */
                            readonly status: "queued" | "sent" | "acknowledged" | "failed" | "expired" | "cancelled";
                            readonly studyId: number;
                            /** @description The words as the tracker gets them */
                            readonly text: string;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/commands/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly action: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly answer: string | null;
                            /** @description How often it was sent */
                            readonly attempts: number;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly expiresAt: string | null;
                            readonly id: number;
                            readonly maxAttempts: number;
                            readonly priority: number;
                            /** @enum {string} */
                            readonly status: "queued" | "sent" | "acknowledged" | "failed" | "expired" | "cancelled";
                            readonly studyId: number;
                            /** @description The words as the tracker gets them */
                            readonly text: string;
                            readonly trackerId: number;
                        } & {
                            readonly steps: readonly {
                                /** Format: date-time */
                                readonly at: string;
                                readonly hex: string | null;
                                readonly note: string;
                                readonly status: string;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/commands/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly action: {
                                readonly [key: string]: unknown;
                            } | null;
                            readonly answer: string | null;
                            /** @description How often it was sent */
                            readonly attempts: number;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly expiresAt: string | null;
                            readonly id: number;
                            readonly maxAttempts: number;
                            readonly priority: number;
                            /** @enum {string} */
                            readonly status: "queued" | "sent" | "acknowledged" | "failed" | "expired" | "cancelled";
                            readonly studyId: number;
                            /** @description The words as the tracker gets them */
                            readonly text: string;
                            readonly trackerId: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/commands/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly action?: {
                            /** @enum {string} */
                            readonly name: "set-interval";
                            /** @description Between reports */
                            readonly seconds: number;
                        } | {
                            /** @enum {string} */
                            readonly name: "locate-now";
                        } | {
                            /** @enum {string} */
                            readonly name: "reboot";
                        } | {
                            /** @enum {string} */
                            readonly name: "read-settings";
                        };
                        /** @description In the tracker's own language */
                        readonly text?: string;
                        readonly trackerIds: readonly number[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly hex: string | null;
                            readonly reason: string | null;
                            readonly text: string | null;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deployments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCode: string;
                            readonly itemId: number;
                            /** Format: date-time */
                            readonly startedAt: string;
                            readonly studyId: number;
                            readonly trackerId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly endedAt?: string | null;
                        readonly itemCode: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly startedAt: string;
                        readonly trackerId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCode: string;
                            readonly itemId: number;
                            /** Format: date-time */
                            readonly startedAt: string;
                            readonly studyId: number;
                            readonly trackerId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/deployments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly endedAt: string | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCode: string;
                            readonly itemId: number;
                            /** Format: date-time */
                            readonly startedAt: string;
                            readonly studyId: number;
                            readonly trackerId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/episodes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    /** @description Item code */
                    readonly item?: string;
                    readonly limit: number;
                    readonly state?: "drifting" | "stranded" | "carried" | "silent" | "held";
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @enum {string} */
                            readonly end: "stranded" | "refloated" | "carried" | "held" | "silent" | "seen" | "open";
                            /** Format: date-time */
                            readonly endedAt: string;
                            readonly fixCount: number;
                            readonly from: readonly [
                                number,
                                number
                            ] | null;
                            readonly fromKilometre: number | null;
                            readonly groundingsShown: number | null;
                            readonly intervalSeconds: number | null;
                            /** @description Whether anybody may see it */
                            readonly isPublic: boolean;
                            readonly itemCode: string;
                            readonly rules: {
                                /** @description Nothing that drifts is faster */
                                readonly driftMetresPerSecond: number;
                                /** @description Radial noise of its trackers, 1 sigma */
                                readonly noiseMetres: number;
                                readonly silentHours: number;
                                readonly strandedHoursWithoutTide: number;
                                /** @description An item is stranded that lies still for so long, in tidal water, at least */
                                readonly strandedMinutes: number;
                                /** @description Whether its water is tidal */
                                readonly tidal: boolean;
                            };
                            /** Format: date-time */
                            readonly startedAt: string;
                            /** @enum {string} */
                            readonly state: "drifting" | "stranded" | "carried" | "silent" | "held";
                            readonly studyId: number;
                            readonly to: readonly [
                                number,
                                number
                            ] | null;
                            readonly toKilometre: number | null;
                            readonly travelledMetres: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/episodes.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    /** @description Item code */
                    readonly item?: string;
                    readonly state?: "drifting" | "stranded" | "carried" | "silent" | "held";
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/csv": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: {
                    readonly "last-event-id"?: string;
                };
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/event-stream": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/event-stream": components["schemas"]["Problem"];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly formats: readonly ("csv" | "geojson" | "geoparquet")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly from?: string;
                        /**
                         * Format: uuid
                         * @description Made by the caller
                         */
                        readonly id: string;
                        readonly studyId: number;
                        readonly tables: readonly ("items" | "sightings" | "fixes" | "journeys")[];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly to?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/fix-corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    /** @description Item code */
                    readonly item?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly at: string;
                            readonly by: string;
                            readonly fixId: string;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "exclude" | "include";
                            readonly reason: string;
                            readonly studyId: number;
                            /**
                             * Format: date-time
                             * @description Of the fix
                             */
                            readonly time: string;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/fixes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description west,south,east,north in WGS 84 degrees */
                    readonly bbox?: string;
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    /** @description Only with, or only without a quality flag */
                    readonly flagged?: boolean;
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    readonly itemCode?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly accuracyMetres: number | null;
                            readonly altitudeMetres: number | null;
                            readonly attributes: {
                                readonly [key: string]: number | string | boolean;
                            };
                            readonly batteryPercent: number | null;
                            readonly batteryVolts: number | null;
                            /** @description Why this fix is doubted; empty when it is not */
                            readonly flags: readonly string[];
                            readonly hdop: number | null;
                            readonly headingDegrees: number | null;
                            readonly id: string;
                            readonly position: readonly [
                                number,
                                number
                            ] | null;
                            readonly rawMessageId: number;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            readonly satellites: number | null;
                            readonly speedMetresPerSecond: number | null;
                            /** Format: date-time */
                            readonly time: string;
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/fixes/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** @description Excludes a fix, or includes it again. The fix itself and the flags that rules gave it stay; journeys, episodes and maps follow. */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the caller: sent again, nothing is doubled
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "exclude" | "include";
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly at: string;
                            readonly by: string;
                            readonly fixId: string;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "exclude" | "include";
                            readonly reason: string;
                            readonly studyId: number;
                            /**
                             * Format: date-time
                             * @description Of the fix
                             */
                            readonly time: string;
                            readonly trackerId: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query: {
                    /** @description Made by the caller */
                    readonly id: string;
                    readonly kind: "items" | "trackers" | "deployments";
                    readonly studyId: number;
                    /** @description Of times that say none; UTC when absent */
                    readonly timeZone?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** @description What an import would do, row by row; changes nothing */
        readonly post: {
            readonly parameters: {
                readonly query: {
                    readonly kind: "items" | "trackers" | "deployments";
                    readonly studyId: number;
                    /** @description Of times that say none; UTC when absent */
                    readonly timeZone?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly ignoredColumns: readonly string[];
                            readonly rows: readonly {
                                readonly changes: readonly {
                                    readonly field: string;
                                    readonly from: string;
                                    readonly to: string;
                                }[];
                                readonly faults: readonly {
                                    /** @enum {string} */
                                    readonly fault: "code-invalid" | "code-twice" | "code-elsewhere" | "name-taken" | "type-missing" | "type-differs" | "number-invalid" | "time-invalid" | "place-missing" | "time-missing" | "position-missing" | "position-invalid" | "released-elsewhere" | "tracker-unknown" | "tracker-busy" | "release-missing" | "protocol-unknown" | "id-missing" | "tracker-elsewhere" | "item-unknown" | "start-missing" | "end-before-start";
                                    readonly field: string;
                                    /** @description What is there and in the way */
                                    readonly known: string;
                                    readonly value: string;
                                }[];
                                /** @description As a spreadsheet numbers it; the head is 1 */
                                readonly line: number;
                                /** @enum {string} */
                                readonly outcome: "new" | "changed" | "same" | "error";
                                /** @description Code or tracker; empty when a code is generated */
                                readonly subject: string;
                            }[];
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/imports/template.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly kind: "items" | "trackers" | "deployments";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description A sheet to fill in */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/csv": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/item-types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly buoyancy: string | null;
                            readonly heightMillimetres: number | null;
                            readonly id: number;
                            readonly jCode: string | null;
                            readonly lengthMillimetres: number | null;
                            readonly massGrams: number | null;
                            readonly material: string | null;
                            readonly name: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            readonly widthMillimetres: number | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly buoyancy?: string | null;
                        readonly heightMillimetres?: number | null;
                        readonly jCode?: string | null;
                        readonly lengthMillimetres?: number | null;
                        readonly massGrams?: number | null;
                        readonly material?: string | null;
                        readonly name: string;
                        readonly studyId: number;
                        readonly widthMillimetres?: number | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly buoyancy: string | null;
                            readonly heightMillimetres: number | null;
                            readonly id: number;
                            readonly jCode: string | null;
                            readonly lengthMillimetres: number | null;
                            readonly massGrams: number | null;
                            readonly material: string | null;
                            readonly name: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            readonly widthMillimetres: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/item-types/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly buoyancy?: string | null;
                        readonly heightMillimetres?: number | null;
                        readonly jCode?: string | null;
                        readonly lengthMillimetres?: number | null;
                        readonly massGrams?: number | null;
                        readonly material?: string | null;
                        readonly name?: string;
                        readonly widthMillimetres?: number | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly buoyancy: string | null;
                            readonly heightMillimetres: number | null;
                            readonly id: number;
                            readonly jCode: string | null;
                            readonly lengthMillimetres: number | null;
                            readonly massGrams: number | null;
                            readonly material: string | null;
                            readonly name: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            readonly widthMillimetres: number | null;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly code?: string;
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly code: string;
                            readonly id: number;
                            readonly itemTypeId: number;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description What researchers call it; may be empty */
                            readonly name: string;
                            readonly netMetres: number;
                            readonly note: string;
                            readonly releaseId: number | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly studyId: number;
                            readonly trackerId: number | null;
                            readonly travelledMetres: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Six characters; made by us when absent */
                        readonly code?: string;
                        readonly itemTypeId: number;
                        readonly name?: string;
                        readonly note?: string;
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            readonly id: number;
                            readonly itemTypeId: number;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description What researchers call it; may be empty */
                            readonly name: string;
                            readonly netMetres: number;
                            readonly note: string;
                            readonly releaseId: number | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly studyId: number;
                            readonly trackerId: number | null;
                            readonly travelledMetres: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            readonly contest: {
                                /** Format: date-time */
                                readonly closesAt: string;
                            } | null;
                            readonly itemType: {
                                readonly material: string | null;
                                readonly name: string;
                            };
                            readonly release: {
                                readonly place: string;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                                /** Format: date-time */
                                readonly releasedAt: string;
                            } | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly study: {
                                /** @description The study has ended; reports of its items are still taken */
                                readonly closed: boolean;
                                readonly id: number;
                                readonly name: string;
                                readonly simulated: boolean;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly itemTypeId?: number;
                        readonly name?: string;
                        readonly note?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            readonly id: number;
                            readonly itemTypeId: number;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description What researchers call it; may be empty */
                            readonly name: string;
                            readonly netMetres: number;
                            readonly note: string;
                            readonly releaseId: number | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly studyId: number;
                            readonly trackerId: number | null;
                            readonly travelledMetres: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/fates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly fate: ("lost" | "retrieved") | null;
                            /** Format: date-time */
                            readonly happenedAt: string;
                            readonly note: string;
                            /** Format: date-time */
                            readonly recordedAt: string;
                            readonly recordedBy: string;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly fate: ("lost" | "retrieved") | null;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly happenedAt?: string;
                        readonly note?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            readonly id: number;
                            readonly itemTypeId: number;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description What researchers call it; may be empty */
                            readonly name: string;
                            readonly netMetres: number;
                            readonly note: string;
                            readonly releaseId: number | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly studyId: number;
                            readonly trackerId: number | null;
                            readonly travelledMetres: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/journey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly features: readonly {
                                readonly geometry: unknown;
                                readonly id: string;
                                /** @description kind is release, sighting, track (with times, one for each coordinate), or network: places from cells, Wi-Fi or satellites' Doppler, kilometres wide, with times too */
                                readonly properties: unknown;
                                /** @enum {string} */
                                readonly type: "Feature";
                            }[];
                            readonly properties: {
                                readonly code: string;
                                readonly fixCount: number;
                                readonly lastAt: string | null;
                                /** @description As the crow flies from the first place to the last */
                                readonly netMetres: number;
                                readonly sightingCount: number;
                                readonly simulated: boolean;
                                readonly startedAt: string | null;
                                /** @description Along the way, noise not counted */
                                readonly travelledMetres: number;
                            };
                            /** @enum {string} */
                            readonly type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/kilometres": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @description From the origin of the river, rising seaward */
                            readonly kilometre: number;
                            readonly kilometresToMouth: number;
                            readonly line: string;
                            /** @description How far beside the centre line */
                            readonly offsetMetres: number;
                            /** @enum {string} */
                            readonly source: "release" | "fix" | "sighting";
                            /** Format: date-time */
                            readonly time: string;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/photos": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly height: number;
                            readonly n: number;
                            /** Format: date-time */
                            readonly seenAt: string;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly sightingId: string;
                            readonly url: string;
                            readonly width: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/photos/{id}/{n}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                    /** @description Made by the phone; the same id again is the same report */
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/{code}/sightings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly code: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly accuracyMetres?: number | null;
                        /** @enum {string} */
                        readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                        readonly contact?: {
                            readonly contestConsent?: boolean;
                            /** Format: email */
                            readonly email?: string;
                            readonly name?: string;
                            readonly newsConsent?: boolean;
                            /** @description Researchers may write and ask about the report */
                            readonly questionsConsent?: boolean;
                        } | null;
                        /**
                         * Format: uuid
                         * @description Made by the phone; the same id again is the same report
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly locale: "en" | "nl" | "fr" | "de";
                        readonly note?: string | null;
                        readonly position?: readonly [
                            number,
                            number
                        ] | null;
                        /** @enum {string} */
                        readonly positionSource: "gps" | "map" | "photo" | "none";
                        /** @enum {string} */
                        readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly seenAt: string;
                        /** @enum {string} */
                        readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                        /** @description Leave it out: no person sees this field, and what fills it is looked at first */
                        readonly website?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description First, second, third ... report of this item */
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly photos: readonly {
                                readonly height: number;
                                readonly n: number;
                                readonly width: number;
                            }[];
                            /** Format: date-time */
                            readonly receivedAt: string;
                        };
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description First, second, third ... report of this item */
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly photos: readonly {
                                readonly height: number;
                                readonly n: number;
                                readonly width: number;
                            }[];
                            /** Format: date-time */
                            readonly receivedAt: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/items/batch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly count: number;
                        readonly itemTypeId: number;
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly code: string;
                            readonly id: number;
                            readonly itemTypeId: number;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description What researchers call it; may be empty */
                            readonly name: string;
                            readonly netMetres: number;
                            readonly note: string;
                            readonly releaseId: number | null;
                            readonly sightingCount: number;
                            /** @enum {string} */
                            readonly status: "not-released" | "released" | "lost" | "retrieved";
                            readonly studyId: number;
                            readonly trackerId: number | null;
                            readonly travelledMetres: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly kind?: "import" | "export" | "recompute";
                    readonly limit: number;
                    readonly state?: "waiting" | "running" | "done" | "failed" | "cancelled";
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        /** @description Has the journeys of a study told again from their beginning */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the caller
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "recompute";
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jobs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jobs/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cancelWanted: boolean;
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly createdBy: string;
                            readonly done: number;
                            readonly endedAt: string | null;
                            readonly error: string | null;
                            /** Format: uuid */
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "import" | "export" | "recompute";
                            readonly outcome: {
                                readonly [key: string]: number;
                            } | null;
                            readonly perSecond: number | null;
                            readonly result: {
                                readonly bytes: number;
                                readonly mediaType: string;
                                readonly name: string;
                                /**
                                 * Format: date-time
                                 * @description When it is deleted
                                 */
                                readonly until: string;
                                /** @description Where to get the file */
                                readonly url: string;
                            } | null;
                            readonly startedAt: string | null;
                            /** @enum {string} */
                            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            readonly studyId: number;
                            readonly total: number | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/jobs/{id}/result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description The file that the job made */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/octet-stream": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/journeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly drift: {
                                readonly medianMetresPerSecond: number | null;
                                readonly netKilometres: number | null;
                                readonly p95MetresPerSecond: number | null;
                                readonly strandedSeconds: number;
                                readonly strandedShare: number | null;
                                readonly strandingCount: number;
                                readonly toAndFro: number | null;
                                /** @description In drifting episodes only */
                                readonly travelledMetres: number;
                            } | null;
                            readonly fixCount: number;
                            readonly itemCode: string;
                            readonly lastAt: string | null;
                            readonly lastEvidence: ("release" | "fix" | "sighting") | null;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            /** @description As the crow flies from the first place to the last */
                            readonly netMetres: number;
                            readonly sightingCount: number;
                            readonly startedAt: string | null;
                            /** @description Along the way, noise not counted */
                            readonly travelledMetres: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/raw-messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly protocol?: string;
                    readonly studyId?: number;
                    readonly trackerId?: number;
                    readonly undecodable?: boolean;
                    readonly uniqueId?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly codec: {
                                readonly hash: string;
                                readonly id: number;
                                readonly name: string;
                            } | null;
                            /** @description The bytes exactly as they came */
                            readonly hex: string;
                            readonly id: number;
                            /** @enum {string} */
                            readonly outcome: "pending" | "decoded" | "undecodable" | "unknown-tracker";
                            readonly protocol: string;
                            readonly reason: string | null;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            readonly trackerId: number | null;
                            /** @enum {string} */
                            readonly transport: "tcp" | "udp" | "http" | "mqtt";
                            readonly uniqueId: string | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/raw-messages/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly codec: {
                                readonly hash: string;
                                readonly id: number;
                                readonly name: string;
                            } | null;
                            /** @description The bytes exactly as they came */
                            readonly hex: string;
                            readonly id: number;
                            /** @enum {string} */
                            readonly outcome: "pending" | "decoded" | "undecodable" | "unknown-tracker";
                            readonly protocol: string;
                            readonly reason: string | null;
                            /** Format: date-time */
                            readonly receivedAt: string;
                            readonly trackerId: number | null;
                            /** @enum {string} */
                            readonly transport: "tcp" | "udp" | "http" | "mqtt";
                            readonly uniqueId: string | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/raw-messages/{id}/decoded": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description What it says to the decoder, settings and codec of today; nothing is kept */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly codecId: number | null;
                            readonly fixes: readonly {
                                readonly accuracyMetres: number | null;
                                readonly altitudeMetres: number | null;
                                readonly attributes: {
                                    readonly [key: string]: unknown;
                                };
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hdop: number | null;
                                readonly headingDegrees: number | null;
                                readonly position: readonly [
                                    number,
                                    number
                                ] | null;
                                /** @enum {string} */
                                readonly quality: "valid" | "stale" | "none" | "network";
                                readonly satellites: number | null;
                                readonly speedMetresPerSecond: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            }[];
                            readonly reason: string | null;
                            readonly warnings: readonly string[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by the phone; the same again is the same release
                         */
                        readonly clientId?: string;
                        readonly itemCodes?: readonly string[];
                        readonly note?: string;
                        readonly place: string;
                        /** @description [longitude, latitude], WGS 84 degrees */
                        readonly position: readonly [
                            number,
                            number
                        ];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly releasedAt: string;
                        readonly studyId: number;
                        readonly tideLagMinutes?: number | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly endedAt?: string | null;
                        readonly note?: string;
                        readonly place?: string;
                        /** @description [longitude, latitude], WGS 84 degrees */
                        readonly position?: readonly [
                            number,
                            number
                        ];
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly releasedAt?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{id}/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly itemCodes: readonly string[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{id}/items/remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly itemCodes: readonly string[];
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly endedAt: string | null;
                            readonly id: number;
                            readonly itemCodes: readonly string[];
                            readonly note: string;
                            readonly photos: readonly {
                                readonly height: number | null;
                                readonly n: number;
                                readonly width: number | null;
                            }[];
                            readonly place: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly releasedAt: string;
                            readonly studyId: number;
                            readonly tideLagMinutes: number | null;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{id}/photos/{n}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly height: number | null;
                            readonly n: number;
                            readonly width: number | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly height: number | null;
                            readonly n: number;
                            readonly width: number | null;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly id: number;
                            readonly lineCount: number;
                            readonly mouth: readonly [
                                number,
                                number
                            ] | null;
                            readonly name: string;
                            readonly origin: {
                                readonly kilometre: number;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                            } | null;
                            readonly sections: readonly {
                                readonly fromKilometre: number;
                                readonly id: number;
                                readonly line: string | null;
                                readonly name: string;
                                readonly toKilometre: number;
                                /** @description Counts what people change; the ETag */
                                readonly version: number;
                            }[];
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description GeoJSON in WGS 84: LineStrings and MultiLineStrings are centre lines, drawn towards the mouth, with a name in their properties; Polygons and MultiPolygons are wide water and the sea, where items drift further from the lines */
                        readonly geoJson: {
                            readonly type: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                        readonly mouth?: readonly [
                            number,
                            number
                        ] | null;
                        readonly name: string;
                        readonly origin?: {
                            readonly kilometre: number;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                        } | null;
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly id: number;
                            readonly lineCount: number;
                            readonly mouth: readonly [
                                number,
                                number
                            ] | null;
                            readonly name: string;
                            readonly origin: {
                                readonly kilometre: number;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                            } | null;
                            readonly sections: readonly {
                                readonly fromKilometre: number;
                                readonly id: number;
                                readonly line: string | null;
                                readonly name: string;
                                readonly toKilometre: number;
                                /** @description Counts what people change; the ETag */
                                readonly version: number;
                            }[];
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One river as GeoJSON */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly features: readonly {
                                readonly geometry: unknown;
                                readonly id: string;
                                /** @description kind is line, with name, number, lengthMetres, kilometresToMouth and into; or water */
                                readonly properties: unknown;
                                /** @enum {string} */
                                readonly type: "Feature";
                            }[];
                            readonly properties: {
                                readonly id: number;
                                readonly lineCount: number;
                                readonly mouth: readonly [
                                    number,
                                    number
                                ] | null;
                                readonly name: string;
                                readonly origin: {
                                    readonly kilometre: number;
                                    /** @description [longitude, latitude], WGS 84 degrees */
                                    readonly position: readonly [
                                        number,
                                        number
                                    ];
                                } | null;
                                readonly sections: readonly {
                                    readonly fromKilometre: number;
                                    readonly id: number;
                                    readonly line: string | null;
                                    readonly name: string;
                                    readonly toKilometre: number;
                                    /** @description Counts what people change; the ETag */
                                    readonly version: number;
                                }[];
                                readonly studyId: number;
                                /** @description Counts what people change; the ETag */
                                readonly version: number;
                            };
                            /** @enum {string} */
                            readonly type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description GeoJSON in WGS 84: LineStrings and MultiLineStrings are centre lines, drawn towards the mouth, with a name in their properties; Polygons and MultiPolygons are wide water and the sea, where items drift further from the lines */
                        readonly geoJson: {
                            readonly type: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                        readonly mouth?: readonly [
                            number,
                            number
                        ] | null;
                        readonly name: string;
                        readonly origin?: {
                            readonly kilometre: number;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                        } | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly id: number;
                            readonly lineCount: number;
                            readonly mouth: readonly [
                                number,
                                number
                            ] | null;
                            readonly name: string;
                            readonly origin: {
                                readonly kilometre: number;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                            } | null;
                            readonly sections: readonly {
                                readonly fromKilometre: number;
                                readonly id: number;
                                readonly line: string | null;
                                readonly name: string;
                                readonly toKilometre: number;
                                /** @description Counts what people change; the ETag */
                                readonly version: number;
                            }[];
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers/{id}/lines/{number}/reverse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Turns one line round; the river is surveyed again, without a mouth given */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly number: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly id: number;
                            readonly lineCount: number;
                            readonly mouth: readonly [
                                number,
                                number
                            ] | null;
                            readonly name: string;
                            readonly origin: {
                                readonly kilometre: number;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                            } | null;
                            readonly sections: readonly {
                                readonly fromKilometre: number;
                                readonly id: number;
                                readonly line: string | null;
                                readonly name: string;
                                readonly toKilometre: number;
                                /** @description Counts what people change; the ETag */
                                readonly version: number;
                            }[];
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers/{id}/sections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly fromKilometre: number;
                        readonly line?: string | null;
                        readonly name: string;
                        readonly toKilometre: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly fromKilometre: number;
                            readonly id: number;
                            readonly line: string | null;
                            readonly name: string;
                            readonly toKilometre: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers/{id}/sections/{sectionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly sectionId: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly fromKilometre: number;
                        readonly line?: string | null;
                        readonly name: string;
                        readonly toKilometre: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly fromKilometre: number;
                            readonly id: number;
                            readonly line: string | null;
                            readonly name: string;
                            readonly toKilometre: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly sectionId: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/rivers/survey": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a drawing would come to: direction, length and kilometres of each line, and what is wrong */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description GeoJSON in WGS 84: LineStrings and MultiLineStrings are centre lines, drawn towards the mouth, with a name in their properties; Polygons and MultiPolygons are wide water and the sea, where items drift further from the lines */
                        readonly geoJson: {
                            readonly type: string;
                        } & {
                            readonly [key: string]: unknown;
                        };
                        readonly mouth?: readonly [
                            number,
                            number
                        ] | null;
                        readonly name: string;
                        readonly origin?: {
                            readonly kilometre: number;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                        } | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly lines: readonly {
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly from: readonly [
                                    number,
                                    number
                                ];
                                readonly into: number | null;
                                readonly kilometres: {
                                    readonly from: number;
                                    readonly to: number;
                                } | null;
                                readonly kilometresToMouth: {
                                    readonly from: number;
                                    readonly to: number;
                                } | null;
                                readonly lengthMetres: number;
                                readonly name: string;
                                /** @description Turned round, as the mouth is at the other end */
                                readonly reversed: boolean;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly to: readonly [
                                    number,
                                    number
                                ];
                            }[];
                            readonly problems: readonly ({
                                readonly kind: string;
                            } & {
                                readonly [key: string]: unknown;
                            })[];
                            readonly waterPolygons: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sightings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description west,south,east,north in WGS 84 degrees */
                    readonly bbox?: string;
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly itemCode?: string;
                    readonly limit: number;
                    readonly review?: "none" | "waiting" | "accepted" | "rejected";
                    readonly studyId?: number;
                    /** @description Reports of codes that belong to no item (yet), in place of those of a study */
                    readonly withoutItem?: boolean;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly accuracyMetres: number | null;
                            /** @enum {string} */
                            readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                            /** @description What counts differs from what the finder said */
                            readonly corrected: boolean;
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            readonly itemCode: string;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly mergedInto: string | null;
                            readonly note: string | null;
                            /** @description Its note is for editors only */
                            readonly noteHidden: boolean;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly photos: readonly {
                                /** @description In fractions of the picture, from its upper left corner */
                                readonly blur: readonly {
                                    readonly height: number;
                                    readonly width: number;
                                    readonly x: number;
                                    readonly y: number;
                                }[];
                                /** @description Somebody has decided about it */
                                readonly checked: boolean;
                                readonly height: number;
                                /** @description For editors only */
                                readonly hidden: boolean;
                                readonly n: number;
                                /** @description Anybody may see it once its report is accepted, in a study that publishes photos */
                                readonly public: boolean;
                                /** @description Another one for other bytes */
                                readonly version: number;
                                readonly width: number;
                            }[];
                            /** @description Photos that are kept as they came, as they cannot be decoded yet */
                            readonly photosNotShown: number;
                            readonly position: readonly [
                                number,
                                number
                            ] | null;
                            /** @enum {string} */
                            readonly positionSource: "gps" | "map" | "photo" | "none";
                            /** @enum {string} */
                            readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                            /** @enum {string} */
                            readonly question: "none" | "open" | "answered";
                            /** Format: date-time */
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly review: "none" | "waiting" | "accepted" | "rejected";
                            /** Format: date-time */
                            readonly seenAt: string;
                            readonly simulated: boolean;
                            readonly studyId: number | null;
                            /** @enum {string} */
                            readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                            /** @description Why somebody should look at it before others see it */
                            readonly suspicious: readonly ("honeypot" | "many-from-address" | "many-of-item" | "marked")[];
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sightings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description A report with what its finder said, what was decided and what was asked */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly accuracyMetres: number | null;
                            /** @enum {string} */
                            readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                            /** @description What counts differs from what the finder said */
                            readonly corrected: boolean;
                            readonly decisions: readonly {
                                /** Format: date-time */
                                readonly at: string;
                                readonly by: string;
                                /** @description Members of the report that the decision changed */
                                readonly from: {
                                    readonly [key: string]: unknown;
                                };
                                /** Format: uuid */
                                readonly id: string;
                                /** @enum {string} */
                                readonly kind: "accept" | "reject" | "correct" | "move" | "merge" | "mark" | "clear" | "photo" | "undo";
                                readonly reason: string | null;
                                /** @description Members of the report that the decision changed */
                                readonly to: {
                                    readonly [key: string]: unknown;
                                };
                                readonly undoes: string | null;
                                readonly undone: boolean;
                            }[];
                            readonly duplicates: readonly string[];
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            readonly itemCode: string;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            /** @description Whether its finder can be written to */
                            readonly mayAsk: boolean;
                            readonly mergedInto: string | null;
                            readonly note: string | null;
                            /** @description Its note is for editors only */
                            readonly noteHidden: boolean;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly original: {
                                readonly accuracyMetres: number | null;
                                /** @enum {string} */
                                readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                                readonly itemCode: string;
                                /** @description What its finder should be told; the report is kept all the same */
                                readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                                readonly position: readonly [
                                    number,
                                    number
                                ] | null;
                                /** @enum {string} */
                                readonly positionSource: "gps" | "map" | "photo" | "none";
                                /** @enum {string} */
                                readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                                /**
                                 * Format: date-time
                                 * @description ISO 8601 with zone
                                 */
                                readonly seenAt: string;
                                /** @enum {string} */
                                readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                            } | null;
                            readonly photos: readonly {
                                /** @description In fractions of the picture, from its upper left corner */
                                readonly blur: readonly {
                                    readonly height: number;
                                    readonly width: number;
                                    readonly x: number;
                                    readonly y: number;
                                }[];
                                /** @description Somebody has decided about it */
                                readonly checked: boolean;
                                readonly height: number;
                                /** @description For editors only */
                                readonly hidden: boolean;
                                readonly n: number;
                                /** @description Anybody may see it once its report is accepted, in a study that publishes photos */
                                readonly public: boolean;
                                /** @description Another one for other bytes */
                                readonly version: number;
                                readonly width: number;
                            }[];
                            /** @description Photos that are kept as they came, as they cannot be decoded yet */
                            readonly photosNotShown: number;
                            readonly position: readonly [
                                number,
                                number
                            ] | null;
                            /** @enum {string} */
                            readonly positionSource: "gps" | "map" | "photo" | "none";
                            /** @enum {string} */
                            readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                            /** @enum {string} */
                            readonly question: "none" | "open" | "answered";
                            readonly questions: readonly {
                                readonly answer: string | null;
                                readonly answeredAt: string | null;
                                /** Format: date-time */
                                readonly askedAt: string;
                                readonly askedBy: string;
                                /** Format: uuid */
                                readonly id: string;
                                readonly text: string;
                                readonly withdrawnAt: string | null;
                            }[];
                            /** Format: date-time */
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly review: "none" | "waiting" | "accepted" | "rejected";
                            /** Format: date-time */
                            readonly seenAt: string;
                            readonly simulated: boolean;
                            readonly studyId: number | null;
                            /** @enum {string} */
                            readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                            /** @description Why somebody should look at it before others see it */
                            readonly suspicious: readonly ("honeypot" | "many-from-address" | "many-of-item" | "marked")[];
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** @description Accepts or rejects a report; the same as a decision without a reason */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly review: "accepted" | "rejected";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly accuracyMetres: number | null;
                            /** @enum {string} */
                            readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                            /** @description What counts differs from what the finder said */
                            readonly corrected: boolean;
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            readonly itemCode: string;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly mergedInto: string | null;
                            readonly note: string | null;
                            /** @description Its note is for editors only */
                            readonly noteHidden: boolean;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly photos: readonly {
                                /** @description In fractions of the picture, from its upper left corner */
                                readonly blur: readonly {
                                    readonly height: number;
                                    readonly width: number;
                                    readonly x: number;
                                    readonly y: number;
                                }[];
                                /** @description Somebody has decided about it */
                                readonly checked: boolean;
                                readonly height: number;
                                /** @description For editors only */
                                readonly hidden: boolean;
                                readonly n: number;
                                /** @description Anybody may see it once its report is accepted, in a study that publishes photos */
                                readonly public: boolean;
                                /** @description Another one for other bytes */
                                readonly version: number;
                                readonly width: number;
                            }[];
                            /** @description Photos that are kept as they came, as they cannot be decoded yet */
                            readonly photosNotShown: number;
                            readonly position: readonly [
                                number,
                                number
                            ] | null;
                            /** @enum {string} */
                            readonly positionSource: "gps" | "map" | "photo" | "none";
                            /** @enum {string} */
                            readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                            /** @enum {string} */
                            readonly question: "none" | "open" | "answered";
                            /** Format: date-time */
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly review: "none" | "waiting" | "accepted" | "rejected";
                            /** Format: date-time */
                            readonly seenAt: string;
                            readonly simulated: boolean;
                            readonly studyId: number | null;
                            /** @enum {string} */
                            readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                            /** @description Why somebody should look at it before others see it */
                            readonly suspicious: readonly ("honeypot" | "many-from-address" | "many-of-item" | "marked")[];
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/sightings/{id}/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** @description Accept, reject, correct, move to another item, merge into another report, mark or clear as suspicious, decide about a photo, or undo one of these. What the finder said stays readable. */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "accept" | "reject" | "mark" | "clear";
                        readonly reason?: string | null;
                    } | {
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "correct";
                        readonly reason?: string | null;
                        readonly values: {
                            readonly accuracyMetres?: number | null;
                            /** @enum {string} */
                            readonly condition?: "as-new" | "worn" | "damaged" | "fragment";
                            readonly noteHidden?: boolean;
                            readonly position?: readonly [
                                number,
                                number
                            ] | null;
                            /** @enum {string} */
                            readonly positionSource?: "gps" | "map" | "photo" | "none";
                            /** @enum {string} */
                            readonly putBack?: "put-back" | "not-touched" | "moved" | "taken-along";
                            /**
                             * Format: date-time
                             * @description ISO 8601 with zone
                             */
                            readonly seenAt?: string;
                            /** @enum {string} */
                            readonly surroundings?: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                        };
                    } | {
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        readonly itemCode: string;
                        /** @enum {string} */
                        readonly kind: "move";
                        readonly reason?: string | null;
                    } | {
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        /** Format: uuid */
                        readonly into: string;
                        /** @enum {string} */
                        readonly kind: "merge";
                        readonly reason?: string | null;
                    } | {
                        /** @description In fractions of the picture, from its upper left corner */
                        readonly blur?: readonly {
                            readonly height: number;
                            readonly width: number;
                            readonly x: number;
                            readonly y: number;
                        }[];
                        readonly hidden?: boolean;
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "photo";
                        readonly n: number;
                        readonly public?: boolean;
                        readonly reason?: string | null;
                        /** @description Of the photo that was looked at */
                        readonly version: number;
                    } | {
                        /** Format: uuid */
                        readonly decision: string;
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        /** @enum {string} */
                        readonly kind: "undo";
                        readonly reason?: string | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly accuracyMetres: number | null;
                            /** @enum {string} */
                            readonly condition: "as-new" | "worn" | "damaged" | "fragment";
                            /** @description What counts differs from what the finder said */
                            readonly corrected: boolean;
                            readonly finderNumber: number;
                            /**
                             * Format: uuid
                             * @description Made by the phone; the same id again is the same report
                             */
                            readonly id: string;
                            readonly itemCode: string;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly mergedInto: string | null;
                            readonly note: string | null;
                            /** @description Its note is for editors only */
                            readonly noteHidden: boolean;
                            /** @description What its finder should be told; the report is kept all the same */
                            readonly notes: readonly ("already-reported-today" | "not-released-yet" | "unknown-code" | "study-closed" | "far-from-water")[];
                            readonly photos: readonly {
                                /** @description In fractions of the picture, from its upper left corner */
                                readonly blur: readonly {
                                    readonly height: number;
                                    readonly width: number;
                                    readonly x: number;
                                    readonly y: number;
                                }[];
                                /** @description Somebody has decided about it */
                                readonly checked: boolean;
                                readonly height: number;
                                /** @description For editors only */
                                readonly hidden: boolean;
                                readonly n: number;
                                /** @description Anybody may see it once its report is accepted, in a study that publishes photos */
                                readonly public: boolean;
                                /** @description Another one for other bytes */
                                readonly version: number;
                                readonly width: number;
                            }[];
                            /** @description Photos that are kept as they came, as they cannot be decoded yet */
                            readonly photosNotShown: number;
                            readonly position: readonly [
                                number,
                                number
                            ] | null;
                            /** @enum {string} */
                            readonly positionSource: "gps" | "map" | "photo" | "none";
                            /** @enum {string} */
                            readonly putBack: "put-back" | "not-touched" | "moved" | "taken-along";
                            /** @enum {string} */
                            readonly question: "none" | "open" | "answered";
                            /** Format: date-time */
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly review: "none" | "waiting" | "accepted" | "rejected";
                            /** Format: date-time */
                            readonly seenAt: string;
                            readonly simulated: boolean;
                            readonly studyId: number | null;
                            /** @enum {string} */
                            readonly surroundings: "water" | "bank" | "vegetation" | "structure" | "beach" | "elsewhere";
                            /** @description Why somebody should look at it before others see it */
                            readonly suspicious: readonly ("honeypot" | "many-from-address" | "many-of-item" | "marked")[];
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sightings/{id}/photos/{n}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description As others than editors see it, with what is blurred */
                    readonly shown?: boolean;
                };
                readonly header?: never;
                readonly path: {
                    /** @description Made by the phone; the same id again is the same report */
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /** @description A photo at once, or by Content-Range in pieces, each after the one before: 202 until the last is there. HEAD tells in Upload-Offset where to go on. */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: {
                    readonly "content-range"?: string;
                };
                readonly path: {
                    /** @description Made by the phone; the same id again is the same report */
                    readonly id: string;
                    readonly n: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly height: number | null;
                            readonly n: number;
                            readonly width: number | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly height: number | null;
                            readonly n: number;
                            readonly width: number | null;
                        };
                    };
                };
                /** @description Default Response */
                readonly 202: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly n: number;
                            readonly receivedBytes: number;
                            readonly totalBytes: number;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sightings/{id}/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: uuid
                         * @description Made by who asks; the same id again changes nothing
                         */
                        readonly id: string;
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly answer: string | null;
                            readonly answeredAt: string | null;
                            /** Format: date-time */
                            readonly askedAt: string;
                            readonly askedBy: string;
                            /** Format: uuid */
                            readonly id: string;
                            readonly text: string;
                            readonly withdrawnAt: string | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sightings/{id}/questions/{question}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** @description An open question waits no more for its answer; it stays in the history */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly question: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly id: number;
                            /** @description Its part of the URL /ingest/v1/{protocol}/{name} */
                            readonly name: string;
                            /** @description Where it pushes to, with an API key that may ingest */
                            readonly path: string;
                            /** @description What brings the messages: http, chirpstack, ttn, digitalmatter, globalstar, spot */
                            readonly protocol: string;
                            /** @description Addresses and keys of the network; keys come back as ******** */
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Its part of the URL /ingest/v1/{protocol}/{name} */
                        readonly name: string;
                        /** @description What brings the messages: http, chirpstack, ttn, digitalmatter, globalstar, spot */
                        readonly protocol: string;
                        /** @description Addresses and keys of the network; keys come back as ******** */
                        readonly settings?: {
                            readonly [key: string]: unknown;
                        };
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly id: number;
                            /** @description Its part of the URL /ingest/v1/{protocol}/{name} */
                            readonly name: string;
                            /** @description Where it pushes to, with an API key that may ingest */
                            readonly path: string;
                            /** @description What brings the messages: http, chirpstack, ttn, digitalmatter, globalstar, spot */
                            readonly protocol: string;
                            /** @description Addresses and keys of the network; keys come back as ******** */
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sources/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Addresses and keys of the network; keys come back as ******** */
                        readonly settings: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly createdAt: string;
                            readonly id: number;
                            /** @description Its part of the URL /ingest/v1/{protocol}/{name} */
                            readonly name: string;
                            /** @description Where it pushes to, with an API key that may ingest */
                            readonly path: string;
                            /** @description What brings the messages: http, chirpstack, ttn, digitalmatter, globalstar, spot */
                            readonly protocol: string;
                            /** @description Addresses and keys of the network; keys come back as ******** */
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/studies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly closedAt: string | null;
                            readonly corridorMetres: number;
                            readonly description: string;
                            /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                            readonly episodeRules: {
                                /** @description Nothing that drifts is faster */
                                readonly driftMetresPerSecond?: number;
                                /** @description Radial noise of its trackers, 1 sigma */
                                readonly noiseMetres?: number;
                                readonly silentHours?: number;
                                readonly strandedHoursWithoutTide?: number;
                                /** @description An item is stranded that lies still for so long, in tidal water, at least */
                                readonly strandedMinutes?: number;
                                /** @description Whether its water is tidal */
                                readonly tidal?: boolean;
                            };
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly finderTexts: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly name: string;
                            /** @description Anybody may see its items, good fixes and sightings */
                            readonly public: boolean;
                            /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                            readonly publicCoarseMetres: number;
                            /** @description Fixes stay unpublished this long, hours */
                            readonly publicDelayHours: number;
                            /** @description Photos that an editor approved, of accepted reports, are public */
                            readonly publishPhotos: boolean;
                            /**
                             * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                             * @enum {string}
                             */
                            readonly publishSightings: "at-once" | "after-review";
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            /** @description Everything in it comes from a simulator */
                            readonly simulated: boolean;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                            readonly waterLines: readonly (readonly (readonly [
                                number,
                                number
                            ])[])[] | null;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly closedAt?: string | null;
                        readonly corridorMetres?: number;
                        readonly description?: string;
                        /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                        readonly episodeRules?: {
                            /** @description Nothing that drifts is faster */
                            readonly driftMetresPerSecond?: number;
                            /** @description Radial noise of its trackers, 1 sigma */
                            readonly noiseMetres?: number;
                            readonly silentHours?: number;
                            readonly strandedHoursWithoutTide?: number;
                            /** @description An item is stranded that lies still for so long, in tidal water, at least */
                            readonly strandedMinutes?: number;
                            /** @description Whether its water is tidal */
                            readonly tidal?: boolean;
                        };
                        /** @description By language: {"nl": "...", "fr": "..."} */
                        readonly finderTexts?: {
                            readonly de?: string;
                            readonly en?: string;
                            readonly fr?: string;
                            readonly nl?: string;
                        };
                        /** @enum {string} */
                        readonly locale?: "en" | "nl" | "fr" | "de";
                        readonly name: string;
                        /** @description Anybody may see its items, good fixes and sightings */
                        readonly public?: boolean;
                        /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                        readonly publicCoarseMetres?: number;
                        /** @description Fixes stay unpublished this long, hours */
                        readonly publicDelayHours?: number;
                        /** @description Photos that an editor approved, of accepted reports, are public */
                        readonly publishPhotos?: boolean;
                        /**
                         * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                         * @enum {string}
                         */
                        readonly publishSightings?: "at-once" | "after-review";
                        /** @description Everything in it comes from a simulator */
                        readonly simulated?: boolean;
                        /** @description Thresholds of the watch, see docs/watch.md */
                        readonly watchRules?: {
                            /** @description Carried until nothing was that fast for so many hours */
                            readonly calmHours?: number;
                            /** @description Carried when two successive steps are faster */
                            readonly carriedMetresPerSecond?: number;
                            /** @description A battery is low at so many percent ... */
                            readonly lowBatteryPercent?: number;
                            /** @description ... or at so many volts */
                            readonly lowBatteryVolts?: number;
                            /** @description Taken off the length of each step */
                            readonly noiseMetres?: number;
                            /** @description Well again from so many percentage points above that ... */
                            readonly recoveredPercent?: number;
                            /** @description ... and so many volts */
                            readonly recoveredVolts?: number;
                            /** @description Silent after the longer of so many hours ... */
                            readonly silentHours?: number;
                            /** @description ... and so many of the tracker's intervals */
                            readonly silentIntervals?: number;
                        };
                        readonly waterLines?: readonly (readonly (readonly [
                            number,
                            number
                        ])[])[] | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly closedAt: string | null;
                            readonly corridorMetres: number;
                            readonly description: string;
                            /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                            readonly episodeRules: {
                                /** @description Nothing that drifts is faster */
                                readonly driftMetresPerSecond?: number;
                                /** @description Radial noise of its trackers, 1 sigma */
                                readonly noiseMetres?: number;
                                readonly silentHours?: number;
                                readonly strandedHoursWithoutTide?: number;
                                /** @description An item is stranded that lies still for so long, in tidal water, at least */
                                readonly strandedMinutes?: number;
                                /** @description Whether its water is tidal */
                                readonly tidal?: boolean;
                            };
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly finderTexts: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly name: string;
                            /** @description Anybody may see its items, good fixes and sightings */
                            readonly public: boolean;
                            /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                            readonly publicCoarseMetres: number;
                            /** @description Fixes stay unpublished this long, hours */
                            readonly publicDelayHours: number;
                            /** @description Photos that an editor approved, of accepted reports, are public */
                            readonly publishPhotos: boolean;
                            /**
                             * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                             * @enum {string}
                             */
                            readonly publishSightings: "at-once" | "after-review";
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            /** @description Everything in it comes from a simulator */
                            readonly simulated: boolean;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                            readonly waterLines: readonly (readonly (readonly [
                                number,
                                number
                            ])[])[] | null;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly closedAt: string | null;
                            readonly corridorMetres: number;
                            readonly description: string;
                            /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                            readonly episodeRules: {
                                /** @description Nothing that drifts is faster */
                                readonly driftMetresPerSecond?: number;
                                /** @description Radial noise of its trackers, 1 sigma */
                                readonly noiseMetres?: number;
                                readonly silentHours?: number;
                                readonly strandedHoursWithoutTide?: number;
                                /** @description An item is stranded that lies still for so long, in tidal water, at least */
                                readonly strandedMinutes?: number;
                                /** @description Whether its water is tidal */
                                readonly tidal?: boolean;
                            };
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly finderTexts: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly name: string;
                            /** @description Anybody may see its items, good fixes and sightings */
                            readonly public: boolean;
                            /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                            readonly publicCoarseMetres: number;
                            /** @description Fixes stay unpublished this long, hours */
                            readonly publicDelayHours: number;
                            /** @description Photos that an editor approved, of accepted reports, are public */
                            readonly publishPhotos: boolean;
                            /**
                             * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                             * @enum {string}
                             */
                            readonly publishSightings: "at-once" | "after-review";
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            /** @description Everything in it comes from a simulator */
                            readonly simulated: boolean;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                            readonly waterLines: readonly (readonly (readonly [
                                number,
                                number
                            ])[])[] | null;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly closedAt?: string | null;
                        readonly corridorMetres?: number;
                        readonly description?: string;
                        /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                        readonly episodeRules?: {
                            /** @description Nothing that drifts is faster */
                            readonly driftMetresPerSecond?: number;
                            /** @description Radial noise of its trackers, 1 sigma */
                            readonly noiseMetres?: number;
                            readonly silentHours?: number;
                            readonly strandedHoursWithoutTide?: number;
                            /** @description An item is stranded that lies still for so long, in tidal water, at least */
                            readonly strandedMinutes?: number;
                            /** @description Whether its water is tidal */
                            readonly tidal?: boolean;
                        };
                        /** @description By language: {"nl": "...", "fr": "..."} */
                        readonly finderTexts?: {
                            readonly de?: string;
                            readonly en?: string;
                            readonly fr?: string;
                            readonly nl?: string;
                        };
                        /** @enum {string} */
                        readonly locale?: "en" | "nl" | "fr" | "de";
                        readonly name?: string;
                        /** @description Anybody may see its items, good fixes and sightings */
                        readonly public?: boolean;
                        /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                        readonly publicCoarseMetres?: number;
                        /** @description Fixes stay unpublished this long, hours */
                        readonly publicDelayHours?: number;
                        /** @description Photos that an editor approved, of accepted reports, are public */
                        readonly publishPhotos?: boolean;
                        /**
                         * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                         * @enum {string}
                         */
                        readonly publishSightings?: "at-once" | "after-review";
                        /** @description Everything in it comes from a simulator */
                        readonly simulated?: boolean;
                        /** @description Thresholds of the watch, see docs/watch.md */
                        readonly watchRules?: {
                            /** @description Carried until nothing was that fast for so many hours */
                            readonly calmHours?: number;
                            /** @description Carried when two successive steps are faster */
                            readonly carriedMetresPerSecond?: number;
                            /** @description A battery is low at so many percent ... */
                            readonly lowBatteryPercent?: number;
                            /** @description ... or at so many volts */
                            readonly lowBatteryVolts?: number;
                            /** @description Taken off the length of each step */
                            readonly noiseMetres?: number;
                            /** @description Well again from so many percentage points above that ... */
                            readonly recoveredPercent?: number;
                            /** @description ... and so many volts */
                            readonly recoveredVolts?: number;
                            /** @description Silent after the longer of so many hours ... */
                            readonly silentHours?: number;
                            /** @description ... and so many of the tracker's intervals */
                            readonly silentIntervals?: number;
                        };
                        readonly waterLines?: readonly (readonly (readonly [
                            number,
                            number
                        ])[])[] | null;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly closedAt: string | null;
                            readonly corridorMetres: number;
                            readonly description: string;
                            /** @description Thresholds of episodes in which it differs from the defaults; a change has its journeys told again */
                            readonly episodeRules: {
                                /** @description Nothing that drifts is faster */
                                readonly driftMetresPerSecond?: number;
                                /** @description Radial noise of its trackers, 1 sigma */
                                readonly noiseMetres?: number;
                                readonly silentHours?: number;
                                readonly strandedHoursWithoutTide?: number;
                                /** @description An item is stranded that lies still for so long, in tidal water, at least */
                                readonly strandedMinutes?: number;
                                /** @description Whether its water is tidal */
                                readonly tidal?: boolean;
                            };
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly finderTexts: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly id: number;
                            /** @enum {string} */
                            readonly locale: "en" | "nl" | "fr" | "de";
                            readonly name: string;
                            /** @description Anybody may see its items, good fixes and sightings */
                            readonly public: boolean;
                            /** @description Public positions are the middle of a cell of a grid, at least this wide up to 60 degrees of latitude, metres; 0: exact */
                            readonly publicCoarseMetres: number;
                            /** @description Fixes stay unpublished this long, hours */
                            readonly publicDelayHours: number;
                            /** @description Photos that an editor approved, of accepted reports, are public */
                            readonly publishPhotos: boolean;
                            /**
                             * @description Whether reports are public at once, where nothing is doubtful, or only once somebody accepted them; a change holds or lets go those that nobody looked at
                             * @enum {string}
                             */
                            readonly publishSightings: "at-once" | "after-review";
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            /** @description Everything in it comes from a simulator */
                            readonly simulated: boolean;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                            readonly waterLines: readonly (readonly (readonly [
                                number,
                                number
                            ])[])[] | null;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/alarm-mail": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Whether you get the mails about this study's alarms that its editors get */
                            readonly wanted: boolean;
                        };
                    };
                };
            };
        };
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Whether you get the mails about this study's alarms that its editors get */
                        readonly wanted: boolean;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Whether you get the mails about this study's alarms that its editors get */
                            readonly wanted: boolean;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly closesAt: string;
                            readonly draw: {
                                /** Format: date-time */
                                readonly drawnAt: string;
                                readonly seed: string;
                                /** @enum {string} */
                                readonly seedOrigin: "committed" | "given" | "random";
                                readonly winners: readonly {
                                    /** @description 1 is the first ticket drawn */
                                    readonly place: number;
                                    /** @description By language: {"nl": "...", "fr": "..."} */
                                    readonly prize: {
                                        readonly de?: string;
                                        readonly en?: string;
                                        readonly fr?: string;
                                        readonly nl?: string;
                                    };
                                    readonly ticket: string;
                                }[];
                            } | null;
                            readonly erasedAt: string | null;
                            /** Format: date-time */
                            readonly opensAt: string;
                            /** @description The first for the first ticket drawn, and so on */
                            readonly prizes: readonly {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            }[];
                            /** @description How many days after the draw names and addresses are kept */
                            readonly retentionDays: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly rules: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly seedHash: string | null;
                            /** @enum {string} */
                            readonly state: "announced" | "open" | "closed" | "drawn";
                            readonly studyId: number;
                            readonly ticketCount: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly title: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly closesAt: string;
                        /**
                         * Format: date-time
                         * @description ISO 8601 with zone
                         */
                        readonly opensAt: string;
                        /** @description The first for the first ticket drawn, and so on */
                        readonly prizes: readonly {
                            readonly de?: string;
                            readonly en?: string;
                            readonly fr?: string;
                            readonly nl?: string;
                        }[];
                        /**
                         * @description How many days after the draw names and addresses are kept
                         * @default 90
                         */
                        readonly retentionDays: number;
                        /** @description By language: {"nl": "...", "fr": "..."} */
                        readonly rules: {
                            readonly de?: string;
                            readonly en?: string;
                            readonly fr?: string;
                            readonly nl?: string;
                        };
                        readonly seedHash?: string | null;
                        /** @description By language: {"nl": "...", "fr": "..."} */
                        readonly title: {
                            readonly de?: string;
                            readonly en?: string;
                            readonly fr?: string;
                            readonly nl?: string;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly closesAt: string;
                            readonly draw: {
                                /** Format: date-time */
                                readonly drawnAt: string;
                                readonly seed: string;
                                /** @enum {string} */
                                readonly seedOrigin: "committed" | "given" | "random";
                                readonly winners: readonly {
                                    /** @description 1 is the first ticket drawn */
                                    readonly place: number;
                                    /** @description By language: {"nl": "...", "fr": "..."} */
                                    readonly prize: {
                                        readonly de?: string;
                                        readonly en?: string;
                                        readonly fr?: string;
                                        readonly nl?: string;
                                    };
                                    readonly ticket: string;
                                }[];
                            } | null;
                            readonly erasedAt: string | null;
                            /** Format: date-time */
                            readonly opensAt: string;
                            /** @description The first for the first ticket drawn, and so on */
                            readonly prizes: readonly {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            }[];
                            /** @description How many days after the draw names and addresses are kept */
                            readonly retentionDays: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly rules: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly seedHash: string | null;
                            /** @enum {string} */
                            readonly state: "announced" | "open" | "closed" | "drawn";
                            readonly studyId: number;
                            readonly ticketCount: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly title: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest/contacts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest/draw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The one whose hash was published; else any, or none for one made here */
                        readonly seed?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly closesAt: string;
                            readonly draw: {
                                /** Format: date-time */
                                readonly drawnAt: string;
                                readonly seed: string;
                                /** @enum {string} */
                                readonly seedOrigin: "committed" | "given" | "random";
                                readonly winners: readonly {
                                    /** @description 1 is the first ticket drawn */
                                    readonly place: number;
                                    /** @description By language: {"nl": "...", "fr": "..."} */
                                    readonly prize: {
                                        readonly de?: string;
                                        readonly en?: string;
                                        readonly fr?: string;
                                        readonly nl?: string;
                                    };
                                    readonly ticket: string;
                                }[];
                            } | null;
                            readonly erasedAt: string | null;
                            /** Format: date-time */
                            readonly opensAt: string;
                            /** @description The first for the first ticket drawn, and so on */
                            readonly prizes: readonly {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            }[];
                            /** @description How many days after the draw names and addresses are kept */
                            readonly retentionDays: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly rules: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly seedHash: string | null;
                            /** @enum {string} */
                            readonly state: "announced" | "open" | "closed" | "drawn";
                            readonly studyId: number;
                            readonly ticketCount: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly title: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly closesAt: string;
                            readonly draw: {
                                /** Format: date-time */
                                readonly drawnAt: string;
                                readonly seed: string;
                                /** @enum {string} */
                                readonly seedOrigin: "committed" | "given" | "random";
                                readonly winners: readonly {
                                    /** @description 1 is the first ticket drawn */
                                    readonly place: number;
                                    /** @description By language: {"nl": "...", "fr": "..."} */
                                    readonly prize: {
                                        readonly de?: string;
                                        readonly en?: string;
                                        readonly fr?: string;
                                        readonly nl?: string;
                                    };
                                    readonly ticket: string;
                                }[];
                            } | null;
                            readonly erasedAt: string | null;
                            /** Format: date-time */
                            readonly opensAt: string;
                            /** @description The first for the first ticket drawn, and so on */
                            readonly prizes: readonly {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            }[];
                            /** @description How many days after the draw names and addresses are kept */
                            readonly retentionDays: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly rules: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly seedHash: string | null;
                            /** @enum {string} */
                            readonly state: "announced" | "open" | "closed" | "drawn";
                            readonly studyId: number;
                            readonly ticketCount: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly title: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest/entries.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description A table with a row for each ticket, UTF-8 */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "text/csv": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest/tickets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly string[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/contest/winners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly email: string | null;
                            readonly itemCode: string | null;
                            readonly locale: ("en" | "nl" | "fr" | "de") | null;
                            readonly name: string | null;
                            /** @description 1 is the first ticket drawn */
                            readonly place: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly prize: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly ticket: string;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly createdAt: string;
                            /** Format: email */
                            readonly email: string;
                            /** Format: date-time */
                            readonly expiresAt: string;
                            readonly id: number;
                            readonly invitedBy: string;
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/invitations/{invitationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly invitationId: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/labels.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Item codes with commas between */
                    readonly codes?: string;
                    /** @description Mark the corners of each label */
                    readonly cutMarks: boolean;
                    /** @description The most important first: nl,fr,en,de; the study's own and all others if absent */
                    readonly languages?: string;
                    readonly releaseId?: number;
                    /** @description L4731, L7651, L4736, L7120, L7160, L4773, L7163, L4776, L7173, 3474, 3475, 5160, or WIDTHxHEIGHT in millimetres for one label a page */
                    readonly sheet: string;
                    /** @description Place of the first label on the first sheet, row by row: skips used ones */
                    readonly start: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Sheets of labels, ready to print at actual size */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/pdf": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly codes?: readonly string[];
                        /**
                         * @description Mark the corners of each label
                         * @default false
                         */
                        readonly cutMarks: boolean;
                        readonly languages?: readonly ("en" | "nl" | "fr" | "de")[];
                        readonly releaseId?: number;
                        /**
                         * @description L4731, L7651, L4736, L7120, L7160, L4773, L7163, L4776, L7173, 3474, 3475, 5160, or WIDTHxHEIGHT in millimetres for one label a page
                         * @default L7160
                         */
                        readonly sheet: string;
                        /**
                         * @description Place of the first label on the first sheet, row by row: skips used ones
                         * @default 1
                         */
                        readonly start: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Sheets of labels, ready to print at actual size */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/pdf": string;
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly email: string | null;
                            readonly name: string;
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            readonly userId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        /** Adds whoever signs in with that address, now or by an invitation; again sends it again */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: email */
                        readonly email: string;
                        /** @enum {string} */
                        readonly role: "viewer" | "editor" | "owner";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly invitation?: {
                                /** Format: date-time */
                                readonly createdAt: string;
                                /** Format: email */
                                readonly email: string;
                                /** Format: date-time */
                                readonly expiresAt: string;
                                readonly id: number;
                                readonly invitedBy: string;
                                /** @enum {string} */
                                readonly role: "viewer" | "editor" | "owner";
                            };
                            readonly member?: {
                                readonly email: string | null;
                                readonly name: string;
                                /** @enum {string} */
                                readonly role: "viewer" | "editor" | "owner";
                                readonly userId: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/members/{userId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** For owners; anybody may leave */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly userId: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly userId: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly role: "viewer" | "editor" | "owner";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly email: string | null;
                            readonly name: string;
                            /** @enum {string} */
                            readonly role: "viewer" | "editor" | "owner";
                            readonly userId: number;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/public": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Trackers in items that were heard and are not silent */
                            readonly aliveTrackerCount: number;
                            readonly description: string;
                            /** @description At most: who gave no address counts with each report */
                            readonly finderCount: number;
                            /** @description By language: {"nl": "...", "fr": "..."} */
                            readonly finderTexts: {
                                readonly de?: string;
                                readonly en?: string;
                                readonly fr?: string;
                                readonly nl?: string;
                            };
                            readonly id: number;
                            readonly itemCount: number;
                            readonly name: string;
                            readonly sightingCount: number;
                            readonly simulated: boolean;
                            readonly trackerCount: number;
                            /** @description Of all its items together */
                            readonly travelledKilometres: number;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/studies/{id}/tide-lags": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Pairs of river kilometre and minutes behind the station, by rising kilometre */
                            readonly lags: readonly (readonly [
                                number,
                                number
                            ])[];
                            /** @description Id of a predicted station, or series/ and that of a series of the study */
                            readonly station: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        } | null;
                    };
                };
            };
        };
        /** Sets the lags of a study; none takes them away */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Pairs of river kilometre and minutes behind the station, by rising kilometre */
                        readonly lags: readonly (readonly [
                            number,
                            number
                        ])[];
                        /** @description Id of a predicted station, or series/ and that of a series of the study */
                        readonly station: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Pairs of river kilometre and minutes behind the station, by rising kilometre */
                            readonly lags: readonly (readonly [
                                number,
                                number
                            ])[];
                            /** @description Id of a predicted station, or series/ and that of a series of the study */
                            readonly station: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        } | null;
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/tides": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Predicted from harmonic constituents, without wind, surge and discharge; not for navigation. */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Between levels; 10 when left out */
                    readonly everyMinutes?: number;
                    /** @description ISO 8601 with zone */
                    readonly from: string;
                    /** @description By which high water at the place comes behind the station's; when left out what the study says, else 0 */
                    readonly lagMinutes?: number;
                    /** @description longitude,latitude in WGS 84 degrees */
                    readonly position: string;
                    /** @description The station to take in place of the nearest */
                    readonly station?: string;
                    /** @description For its members: levels that the study measured near by come before predictions, then its lags along the river */
                    readonly studyId?: number;
                    /** @description ISO 8601 with zone */
                    readonly to: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly extremes: readonly {
                                /** @enum {string} */
                                readonly age: "spring" | "neap" | "between";
                                /** @enum {string} */
                                readonly kind: "high" | "low";
                                /** @description Above mean sea level at the station */
                                readonly levelMetres: number;
                                /** Format: date-time */
                                readonly time: string;
                            }[];
                            /** @description By which this prediction is later than the station's */
                            readonly lagMinutes: number;
                            readonly levels: readonly {
                                /** @description Above mean sea level at the station */
                                readonly levelMetres: number;
                                /** Format: date-time */
                                readonly time: string;
                            }[];
                            readonly phaseAtStart: {
                                /** @enum {string} */
                                readonly age: "spring" | "neap" | "between";
                                /** @enum {string} */
                                readonly direction: "ebb" | "flood";
                                readonly hoursSinceHighWater: number;
                                /** @description Mean of the four rises and falls around */
                                readonly rangeMetres: number;
                            } | null;
                            readonly station: {
                                /** @description To be shown beside whatever comes of the prediction */
                                readonly credit: string;
                                /** @description From the position asked for */
                                readonly distanceMetres: number;
                                readonly id: string;
                                readonly licence: {
                                    readonly name: string;
                                    readonly url: string;
                                };
                                /** @description By levels of the study, not predicted */
                                readonly measured: boolean;
                                readonly name: string;
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trackers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            readonly codecId: number | null;
                            readonly fixCount: number;
                            readonly health: {
                                /** @description Those that are not over */
                                readonly alarms: readonly {
                                    readonly acknowledgedAt: string | null;
                                    readonly id: number;
                                    /** @enum {string} */
                                    readonly kind: "silent" | "battery-low" | "moving-on-land";
                                    /** Format: date-time */
                                    readonly since: string;
                                }[];
                                readonly battery: {
                                    readonly lowInDays: number | null;
                                    readonly percent: number | null;
                                    /** Format: date-time */
                                    readonly time: string;
                                    readonly trendPerDay: number | null;
                                    readonly volts: number | null;
                                } | null;
                                readonly expectedIntervalSeconds: number | null;
                                readonly lastHeardAt: string | null;
                            };
                            readonly id: number;
                            readonly intervalSeconds: number | null;
                            readonly itemCode: string | null;
                            readonly lastFix: {
                                readonly batteryVolts: number | null;
                                /** @description Why this fix is doubted; empty when it is not */
                                readonly flags: readonly string[];
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            readonly lastHeardAt: string | null;
                            readonly model: string | null;
                            readonly name: string;
                            readonly newest: {
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hasFix: boolean;
                                readonly satellites: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            /** @description teltonika, ... */
                            readonly protocol: string;
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description IMEI, DevEUI, ... */
                            readonly uniqueId: string;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly intervalSeconds?: number | null;
                        readonly model?: string | null;
                        readonly name?: string;
                        /** @description teltonika, ... */
                        readonly protocol: string;
                        readonly studyId: number;
                        /** @description IMEI, DevEUI, ... */
                        readonly uniqueId: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly codecId: number | null;
                            readonly fixCount: number;
                            readonly health: {
                                /** @description Those that are not over */
                                readonly alarms: readonly {
                                    readonly acknowledgedAt: string | null;
                                    readonly id: number;
                                    /** @enum {string} */
                                    readonly kind: "silent" | "battery-low" | "moving-on-land";
                                    /** Format: date-time */
                                    readonly since: string;
                                }[];
                                readonly battery: {
                                    readonly lowInDays: number | null;
                                    readonly percent: number | null;
                                    /** Format: date-time */
                                    readonly time: string;
                                    readonly trendPerDay: number | null;
                                    readonly volts: number | null;
                                } | null;
                                readonly expectedIntervalSeconds: number | null;
                                readonly lastHeardAt: string | null;
                            };
                            readonly id: number;
                            readonly intervalSeconds: number | null;
                            readonly itemCode: string | null;
                            readonly lastFix: {
                                readonly batteryVolts: number | null;
                                /** @description Why this fix is doubted; empty when it is not */
                                readonly flags: readonly string[];
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            readonly lastHeardAt: string | null;
                            readonly model: string | null;
                            readonly name: string;
                            readonly newest: {
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hasFix: boolean;
                                readonly satellites: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            /** @description teltonika, ... */
                            readonly protocol: string;
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description IMEI, DevEUI, ... */
                            readonly uniqueId: string;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trackers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly codecId: number | null;
                            readonly fixCount: number;
                            readonly health: {
                                /** @description Those that are not over */
                                readonly alarms: readonly {
                                    readonly acknowledgedAt: string | null;
                                    readonly id: number;
                                    /** @enum {string} */
                                    readonly kind: "silent" | "battery-low" | "moving-on-land";
                                    /** Format: date-time */
                                    readonly since: string;
                                }[];
                                readonly battery: {
                                    readonly lowInDays: number | null;
                                    readonly percent: number | null;
                                    /** Format: date-time */
                                    readonly time: string;
                                    readonly trendPerDay: number | null;
                                    readonly volts: number | null;
                                } | null;
                                readonly expectedIntervalSeconds: number | null;
                                readonly lastHeardAt: string | null;
                            };
                            readonly id: number;
                            readonly intervalSeconds: number | null;
                            readonly itemCode: string | null;
                            readonly lastFix: {
                                readonly batteryVolts: number | null;
                                /** @description Why this fix is doubted; empty when it is not */
                                readonly flags: readonly string[];
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            readonly lastHeardAt: string | null;
                            readonly model: string | null;
                            readonly name: string;
                            readonly newest: {
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hasFix: boolean;
                                readonly satellites: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            /** @description teltonika, ... */
                            readonly protocol: string;
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description IMEI, DevEUI, ... */
                            readonly uniqueId: string;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description A codec of its study; null leaves its payloads to its network's codec */
                        readonly codecId?: number | null;
                        readonly intervalSeconds?: number | null;
                        readonly model?: string | null;
                        readonly name?: string;
                        /** @description By the protocol's own names, see docs/protocols; replaces what was set */
                        readonly settings?: {
                            readonly [key: string]: unknown;
                        };
                        /** @description Thresholds of the watch, see docs/watch.md */
                        readonly watchRules?: {
                            /** @description Carried until nothing was that fast for so many hours */
                            readonly calmHours?: number;
                            /** @description Carried when two successive steps are faster */
                            readonly carriedMetresPerSecond?: number;
                            /** @description A battery is low at so many percent ... */
                            readonly lowBatteryPercent?: number;
                            /** @description ... or at so many volts */
                            readonly lowBatteryVolts?: number;
                            /** @description Taken off the length of each step */
                            readonly noiseMetres?: number;
                            /** @description Well again from so many percentage points above that ... */
                            readonly recoveredPercent?: number;
                            /** @description ... and so many volts */
                            readonly recoveredVolts?: number;
                            /** @description Silent after the longer of so many hours ... */
                            readonly silentHours?: number;
                            /** @description ... and so many of the tracker's intervals */
                            readonly silentIntervals?: number;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly codecId: number | null;
                            readonly fixCount: number;
                            readonly health: {
                                /** @description Those that are not over */
                                readonly alarms: readonly {
                                    readonly acknowledgedAt: string | null;
                                    readonly id: number;
                                    /** @enum {string} */
                                    readonly kind: "silent" | "battery-low" | "moving-on-land";
                                    /** Format: date-time */
                                    readonly since: string;
                                }[];
                                readonly battery: {
                                    readonly lowInDays: number | null;
                                    readonly percent: number | null;
                                    /** Format: date-time */
                                    readonly time: string;
                                    readonly trendPerDay: number | null;
                                    readonly volts: number | null;
                                } | null;
                                readonly expectedIntervalSeconds: number | null;
                                readonly lastHeardAt: string | null;
                            };
                            readonly id: number;
                            readonly intervalSeconds: number | null;
                            readonly itemCode: string | null;
                            readonly lastFix: {
                                readonly batteryVolts: number | null;
                                /** @description Why this fix is doubted; empty when it is not */
                                readonly flags: readonly string[];
                                /** @description [longitude, latitude], WGS 84 degrees */
                                readonly position: readonly [
                                    number,
                                    number
                                ];
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            readonly lastHeardAt: string | null;
                            readonly model: string | null;
                            readonly name: string;
                            readonly newest: {
                                readonly batteryPercent: number | null;
                                readonly batteryVolts: number | null;
                                readonly hasFix: boolean;
                                readonly satellites: number | null;
                                /** Format: date-time */
                                readonly time: string;
                            } | null;
                            /** @description teltonika, ... */
                            readonly protocol: string;
                            readonly settings: {
                                readonly [key: string]: unknown;
                            };
                            readonly studyId: number;
                            /** @description IMEI, DevEUI, ... */
                            readonly uniqueId: string;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                            /** @description Thresholds of the watch, see docs/watch.md */
                            readonly watchRules: {
                                /** @description Carried until nothing was that fast for so many hours */
                                readonly calmHours?: number;
                                /** @description Carried when two successive steps are faster */
                                readonly carriedMetresPerSecond?: number;
                                /** @description A battery is low at so many percent ... */
                                readonly lowBatteryPercent?: number;
                                /** @description ... or at so many volts */
                                readonly lowBatteryVolts?: number;
                                /** @description Taken off the length of each step */
                                readonly noiseMetres?: number;
                                /** @description Well again from so many percentage points above that ... */
                                readonly recoveredPercent?: number;
                                /** @description ... and so many volts */
                                readonly recoveredVolts?: number;
                                /** @description Silent after the longer of so many hours ... */
                                readonly silentHours?: number;
                                /** @description ... and so many of the tracker's intervals */
                                readonly silentIntervals?: number;
                            };
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/v1/trackers/{id}/frame-gaps": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly gaps: readonly {
                                /** Format: date-time */
                                readonly after: string;
                                /** Format: date-time */
                                readonly before: string;
                                readonly firstMissing: number;
                                readonly lastMissing: number;
                                readonly missing: number;
                            }[];
                            /** @description Frames sent, going by the counter, that never came */
                            readonly missing: number;
                            /** @description Frames received, each once */
                            readonly received: number;
                            /** @description When the counter began again */
                            readonly restarts: readonly string[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trackers/days": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    /** @description UTC days up to today; 14 when absent */
                    readonly days?: number;
                    readonly limit: number;
                    readonly studyId: number;
                    readonly trackerId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @description Mean of each day */
                            readonly batteryPercent: readonly (number | null)[];
                            /** @description Mean of each day */
                            readonly batteryVolts: readonly (number | null)[];
                            /** @description By its expected interval while it was in an item; if it never was in one, since its first record */
                            readonly expected: readonly (number | null)[];
                            readonly firmware: string | null;
                            /** Format: date-time */
                            readonly from: string;
                            /** @description Those of them that have a position */
                            readonly located: readonly number[];
                            /** @description Records measured on each day, whenever they came in */
                            readonly received: readonly number[];
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trackers/unknown": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly firstHeardAt: string;
                            /** Format: date-time */
                            readonly lastHeardAt: string;
                            readonly lastPosition: readonly [
                                number,
                                number
                            ] | null;
                            readonly messageCount: number;
                            readonly protocol: string;
                            readonly uniqueId: string;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/tracks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description ISO 8601 with zone */
                    readonly from?: string;
                    /** @description About how many places at most, 60000 when nothing is said; tracks are thinned out by time to fit */
                    readonly places?: number;
                    readonly studyId: number;
                    /** @description ISO 8601 with zone */
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @description The first place in so many seconds is told; 1 where none is left out */
                            readonly everySeconds: number;
                            readonly itemCode: string;
                            /** @description Hundred-thousandths of a degree: the first, then what each adds to the one before */
                            readonly latitudes: readonly number[];
                            /** @description Hundred-thousandths of a degree: the first, then what each adds to the one before */
                            readonly longitudes: readonly number[];
                            /** @description Seconds since 1970: the first, then what each adds to the one before */
                            readonly times: readonly number[];
                            readonly trackerId: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/water-levels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description From the `next` link of the page before */
                    readonly cursor?: string;
                    readonly limit: number;
                    readonly studyId?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** Format: date-time */
                            readonly endsAt: string;
                            readonly id: number;
                            readonly levelCount: number;
                            readonly name: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly startsAt: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Time and level in metres in the first two columns, by comma, semicolon or tab; ISO 8601, UTC where there is no zone; a head is left out */
                        readonly csv: string;
                        readonly name: string;
                        /** @description [longitude, latitude], WGS 84 degrees */
                        readonly position: readonly [
                            number,
                            number
                        ];
                        readonly studyId: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 201: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Format: date-time */
                            readonly endsAt: string;
                            readonly id: number;
                            readonly levelCount: number;
                            readonly name: string;
                            /** @description [longitude, latitude], WGS 84 degrees */
                            readonly position: readonly [
                                number,
                                number
                            ];
                            /** Format: date-time */
                            readonly startsAt: string;
                            readonly studyId: number;
                            /** @description Counts what people change; the ETag */
                            readonly version: number;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/water-levels/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/water-levels/{id}/levels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description ISO 8601 with zone */
                    readonly from: string;
                    /** @description ISO 8601 with zone */
                    readonly to: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly "4XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly "5XX": {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": components["schemas"]["Problem"];
                    };
                };
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": readonly {
                            /** @description Above the zero of the gauge */
                            readonly levelMetres: number;
                            /** Format: date-time */
                            readonly time: string;
                        }[];
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Problem */
        readonly Problem: {
            /** @description Codes of the items that stand in the way */
            readonly codes?: readonly string[];
            /** @description With precondition-failed: the resource as it is now, with its version */
            readonly current?: unknown;
            /** @description What was wrong and what to do */
            readonly detail?: string;
            /** @description Which lines of a table are no water levels, numbered from 1, and why */
            readonly levelProblems?: readonly {
                readonly kind: string;
                readonly line: number;
            }[];
            /** @description What is the matter with each line of a river, numbered from 0 */
            readonly riverProblems?: readonly ({
                readonly kind: string;
            } & {
                readonly [key: string]: unknown;
            })[];
            /** @description Why a sheet cannot be brought in */
            readonly sheetProblem?: {
                readonly kind: string;
            } & {
                readonly [key: string]: unknown;
            };
            readonly status: number;
            /** @description The item code that was probably meant, if only one can be */
            readonly suggestion?: string;
            /** @description Codes of released items that differ in one character or one swap, at most 3 */
            readonly suggestions?: readonly string[];
            readonly title: string;
            /** @description Stable identifier of this kind of problem */
            readonly type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
