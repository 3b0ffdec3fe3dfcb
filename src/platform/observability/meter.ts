/**
 * The figures of this process, kept as OpenTelemetry keeps them and told as Prometheus reads them. A
 * figure is declared where it is counted; its labels take few values each: no person, no case, no path
 * with an id in it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attributes, Counter, Histogram, ObservableResult } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const exporter = new PrometheusExporter({
  preventServerStart: true,
  withoutScopeInfo: true,
  withoutTargetInfo: true,
});
const meter = new MeterProvider({ readers: [exporter] }).getMeter('onestop');

/** From a cached answer to the time limit of the province, s. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Counts what happened since the process began. @param name without `_total`, which is added */
export const counter = (name: string, description: string): Counter =>
  meter.createCounter(name, { description });

/** How long something takes, s; its `_count` says how often it was done. */
export const duration = (name: string, description: string): Histogram =>
  meter.createHistogram(name, {
    description,
    advice: { explicitBucketBoundaries: SECONDS },
  });

/** A figure as it is when it is asked for. */
export type Reading = readonly [value: number, labels?: Attributes];

/** Something that is read when the figures are asked for, by one or more that can tell. */
export interface Gauge {
  /** @returns a function that forgets the teller */
  toldBy(read: () => readonly Reading[] | Promise<readonly Reading[]>): () => void;
}

export function gauge(name: string, description: string): Gauge {
  const instrument = meter.createObservableGauge(name, { description });
  return {
    toldBy(read) {
      const tell = async (result: ObservableResult) => {
        for (const [value, labels] of await read()) result.observe(value, labels);
      };
      instrument.addCallback(tell);
      return () => instrument.removeCallback(tell);
    },
  };
}

/** Does something and measures it. @param labels of its end, by its error or undefined */
export async function timed<T>(
  histogram: Histogram,
  labels: (error: unknown) => Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  const end = (error?: unknown) =>
    histogram.record((performance.now() - began) / 1000, labels(error));
  try {
    const result = await work();
    end();
    return result;
  } catch (error) {
    end(error);
    throw error;
  }
}

/** Answers with all figures of this process. */
export const tellFigures = (request: IncomingMessage, response: ServerResponse): void =>
  exporter.getMetricsRequestHandler(request, response);
