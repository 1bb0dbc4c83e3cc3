import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, detectResources, envDetector } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type IdGenerator,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { RawMessage } from "@zpr/model";
import type { FrameStep, FrameTraces } from "@zpr/ports";
import { type FrameIdentity, identityOf } from "./frame-identity.ts";

export interface OtelFrameTraces extends FrameTraces {
  /** Sends what was noted; what cannot be sent is dropped. */
  close(): Promise<void>;
}

/**
 * Sends the steps of frames to an OpenTelemetry collector by OTLP over HTTP. Where and as whom is
 * read from the standard variables: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS,
 * OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES. `share` of the frames are followed, from 0 to 1, the
 * same ones in every process.
 */
export function otelFrameTraces(share: number): OtelFrameTraces {
  const ids = knownIds();
  const provider = new TracerProvider({
    idGenerator: ids,
    sampler: new TraceIdRatioBasedSampler(share),
    resource: defaultResource().merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer("zpr");

  function start(
    message: RawMessage,
    { name, from, facts = {} }: FrameStep,
    parent: Context,
  ): Span {
    const attributes = {
      "zpr.protocol": message.protocol,
      ...(message.uniqueId !== null && { "zpr.tracker": message.uniqueId }),
      ...facts,
    };
    const kind = parent === ROOT_CONTEXT ? SpanKind.SERVER : SpanKind.CONSUMER;
    return tracer.startSpan(name, { startTime: from, attributes, kind }, parent);
  }

  return {
    begin(message, step) {
      const span = ids.first(identityOf(message), () => start(message, step, ROOT_CONTEXT));
      end(span, step);
    },
    note: (message, step) => end(start(message, step, after(identityOf(message))), step),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function end(span: Span, { to, error }: FrameStep): void {
  if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: error });
  span.end(to);
}

/** What comes after a frame's first span, which may have been noted by another process. */
function after(identity: FrameIdentity): Context {
  const traceFlags = TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { ...identity, traceFlags, isRemote: true });
}

/** Random ids, but for first spans, whose ids are known before. */
function knownIds(): IdGenerator & { first(identity: FrameIdentity, begin: () => Span): Span } {
  const random = new RandomIdGenerator();
  let known: FrameIdentity | undefined;
  return {
    generateTraceId: () => known?.traceId ?? random.generateTraceId(),
    generateSpanId: () => known?.spanId ?? random.generateSpanId(),
    first(identity, begin) {
      known = identity;
      try {
        return begin();
      } finally {
        known = undefined;
      }
    },
  };
}
