/**
 * One trace from a request to the province's answer (W3C Trace Context), begun by the API, which whoever
 * asks does not choose; one that the browser tells is linked. Its id stands in every
 * line of the log, every error and every audit line that comes of the click, and travels in the
 * `traceparent` header, a command's row and the workflow's headers.
 *
 * Ids are always there; spans are recorded only where `OTEL_EXPORTER_OTLP_ENDPOINT` names a collector,
 * and of so many traces as `OTEL_TRACES_SAMPLER_ARG` says (a share of 1).
 */
import {
  context,
  type Context,
  createContextKey,
  ROOT_CONTEXT,
  type Attributes,
  type Link,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';

export { SpanKind };

/** Who is served: told by those who find it out while the request goes on. */
export interface Caller {
  /** The address that the request came from, as far as proxies are trusted. */
  address?: string;
  /** Id of the person who is signed in. */
  person?: string;
}

const CALLER = createContextKey('onestop caller');
const USUAL_SHARE = 0.05;

/**
 * Makes traces of this process; where none is made, all below does nothing.
 * @param service api, worker
 * @returns what sends on the spans that wait; what a collector that is away does not take is lost
 */
export function startTracing(
  service: string,
  env: NodeJS.ProcessEnv = process.env,
): () => Promise<void> {
  const collector = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `onestop-${service}` }),
    sampler: collector ? shareOf(env.OTEL_TRACES_SAMPLER_ARG) : new AlwaysOffSampler(),
    spanProcessors: collector
      ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${collector}/v1/traces` }))]
      : [],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.forceFlush().catch(() => undefined);
}

/**
 * By the trace's id alone: all processes decide alike, and no browser decides for them by the flag that
 * it sends.
 */
function shareOf(text: string | undefined): Sampler {
  const share = text ? Number(text) : USUAL_SHARE;
  if (!(share >= 0 && share <= 1))
    throw new Error(`OTEL_TRACES_SAMPLER_ARG=${text} 应为 0 到 1 之间的数。`);
  const byId = new TraceIdRatioBasedSampler(share);
  return new ParentBasedSampler({
    root: byId,
    remoteParentSampled: byId,
    remoteParentNotSampled: byId,
  });
}

/** Id of the trace that this runs in: 32 hexadecimal digits. */
export const traceId = (): string | undefined => trace.getActiveSpan()?.spanContext().traceId;

/** What the next one down is sent as `traceparent`. */
export function traceparent(): string | undefined {
  const here = trace.getActiveSpan()?.spanContext();
  if (!here) return undefined;
  return `00-${here.traceId}-${here.spanId}-0${(here.traceFlags & 1).toString()}`;
}

export const caller = (): Caller | undefined =>
  context.active().getValue(CALLER) as Caller | undefined;

export interface SpanOptions {
  kind: SpanKind;
  attributes?: Attributes;
  /** A `traceparent` from elsewhere; without it the span is part of the trace under way. */
  parent?: string | undefined;
  /** A `traceparent` that is only noted, of somebody who decides nothing here. */
  link?: string | undefined;
  caller?: Caller;
}

/**
 * Runs `work` as a part of a trace.
 * @param end is handed to work that tells its end itself; without using it, the promise's end is the span's
 */
export function spanning<T>(
  name: string,
  options: SpanOptions,
  work: (end: (attributes: Attributes) => void) => T,
): T {
  const { kind, attributes } = options;
  const parent = parentOf(options);
  const span = trace
    .getTracer('onestop')
    .startSpan(name, { kind, attributes, links: linksOf(options) }, parent);
  const end = (more: Attributes) => void span.setAttributes(more).end();
  return context.with(trace.setSpan(parent, span), () => work(end));
}

/** The same around a promise, whose failure is the span's. */
export function tracedWork<T>(
  name: string,
  options: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  return spanning(name, options, async (end) => {
    try {
      return await work();
    } catch (error) {
      trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      end({});
    }
  });
}

function linksOf({ link }: SpanOptions): Link[] {
  const context = link === undefined ? null : parseTraceParent(link);
  return context ? [{ context }] : [];
}

function parentOf({ parent, caller }: SpanOptions): Context {
  const remote = parent === undefined ? null : parseTraceParent(parent);
  const here = remote
    ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true })
    : context.active();
  return caller ? here.setValue(CALLER, caller) : here;
}
