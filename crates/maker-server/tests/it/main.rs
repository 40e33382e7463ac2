//! The backend as a program, against the simulator as a program.

mod callback;
mod guards;
mod programs;
mod whole_sign_in;
