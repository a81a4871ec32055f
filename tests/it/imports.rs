//! Every dialect that stories come in, and what goes out.

mod calendar;
mod comparing;
mod hostile;
mod html;
mod json;
mod leaving;
mod lists;
mod refusing;
mod rich;
mod samples;
mod tables;
mod trackers;
mod trips;
