@rem For npm start on Windows, whose shell has no "exec": a shell elsewhere puts a program in its own place by it, and so ends with it.
@%*
