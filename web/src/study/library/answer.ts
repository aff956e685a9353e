/** Routes of study as the server tells them, after the interface's own description. Points are WGS-84 degrees, lengths metres. */
import type * as schema from '../../api/schema';

/** A route of the library (研学线路): its stops in order. */
export type StudyRoute = schema.StudyRouteFeature;
export type StudyRoutes = schema.StudyRouteCollection;
export type RouteStop = schema.StudyStop;
