import { byProtocol, quantiles, type Row, rate } from "./panels.ts";

/** What trackers say and what becomes of it, from the connection to the fix. */
export const river: readonly Row[] = [
  {
    title: "Ways in",
    panels: [
      {
        title: "Frames kept",
        description: "Written to the raw log and durable, each second",
        unit: "short",
        queries: byProtocol("zpr_frames_kept_total"),
      },
      {
        title: "Records acknowledged",
        description: "What trackers were told is kept; they send the rest again",
        unit: "short",
        queries: byProtocol("zpr_records_acknowledged_total"),
      },
      {
        title: "Time to an acknowledgement",
        description: "From a whole frame to its answer, which says that it is durable",
        unit: "s",
        queries: quantiles("zpr_acknowledgement_seconds"),
      },
      {
        title: "Open connections",
        description: "Opened and not yet closed, over TCP",
        unit: "short",
        queries: [
          {
            expression:
              "sum by (protocol) (zpr_connections_opened_total) - sum by (protocol) (zpr_connections_closed_total)",
            legend: "{{protocol}}",
          },
        ],
      },
      {
        title: "Turned away and noise",
        description:
          "Refused because of a limit; closed because their bytes were no frame; damaged frames",
        unit: "short",
        queries: [
          { expression: rate("zpr_connections_refused_total"), legend: "refused" },
          { expression: rate("zpr_noise_total"), legend: "noise" },
          { expression: rate("zpr_frames_corrupt_total"), legend: "damaged frames" },
        ],
      },
    ],
  },
  {
    title: "Ingest",
    panels: [
      {
        title: "Fixes recorded",
        description: "For the first time, each second",
        unit: "short",
        queries: byProtocol("zpr_fixes_recorded_total"),
      },
      {
        title: "What no decoder reads",
        description: "Kept, and decoded again by zpr replay once a decoder can",
        unit: "short",
        queries: byProtocol("zpr_messages_undecodable_total"),
      },
      {
        title: "Trackers nobody registered",
        description:
          "Messages each second; they are kept and count as soon as the tracker is registered",
        unit: "short",
        queries: byProtocol("zpr_messages_of_unknown_trackers_total"),
      },
    ],
  },
  {
    title: "Lag",
    panels: [
      {
        title: "Oldest frame not recorded",
        description: "In the database's own queue, and with the engine that carries",
        unit: "s",
        queries: [
          { expression: "max(zpr_raw_messages_oldest_seconds)", legend: "in the database" },
          { expression: "max(zpr_raw_parcels_oldest_seconds)", legend: "carried" },
        ],
      },
      {
        title: "Waiting to be recorded",
        description: "Messages in the database's queue; parcels of up to a hundred on their way",
        unit: "short",
        queries: [
          { expression: "max(zpr_raw_messages_waiting)", legend: "messages" },
          { expression: "max(zpr_raw_parcels_waiting)", legend: "parcels" },
        ],
      },
      {
        title: "From received to recorded",
        description: "Of each message",
        unit: "s",
        queries: quantiles("zpr_recording_seconds"),
      },
    ],
  },
  {
    title: "Instructions",
    panels: [
      {
        title: "Open instructions",
        description: "Queued, and sent without an answer yet",
        unit: "short",
        queries: [{ expression: "max by (status) (zpr_commands_open)", legend: "{{status}}" }],
      },
      {
        title: "Ended",
        description: "In an hour, by how",
        unit: "short",
        queries: [
          {
            expression: "sum by (status) (increase(zpr_commands_ended_total[1h]))",
            legend: "{{status}}",
          },
        ],
      },
      {
        title: "Instructions",
        description: "Each attempt to send one, and what trackers answered, in an hour",
        unit: "short",
        queries: ["sent", "acknowledged", "failed"].map((fate) => ({
          expression: `sum(increase(zpr_commands_${fate}_total[1h]))`,
          legend: fate,
        })),
      },
    ],
  },
];
