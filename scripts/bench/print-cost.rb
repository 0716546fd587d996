# Loaded before a Ruby program that is measured: the same line as print-cost.ts, processes that it starts included.
own = Process.pid
at_exit do
  if Process.pid == own
    times = Process.times
    seconds = times.utime + times.stime + times.cutime + times.cstime
    peak = File.read("/proc/self/status")[/^VmHWM:\s*(\d+)/, 1].to_f / 1024
    warn "\ncost #{seconds * 1000} #{peak}"
  end
end
